import { convertTo, distanceTo } from './parameters.js';
/** The method whose parameters are nearest to the arguments; the first of equals; undefined when none fits. */
export function selectMethod(methods, args) {
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const method of methods) {
        const distance = distanceOf(method, args);
        if (distance >= 0 && distance < bestDistance) {
            best = method;
            bestDistance = distance;
        }
    }
    return best ?? (args.length === 0 ? takingNull(methods) : undefined);
}
const primitives = new Set(['int', 'long', 'double', 'float', 'boolean', 'char', 'Object...']);
/** Called without arguments, the only method of one object parameter gets null. */
function takingNull(methods) {
    if (signatures(methods).size !== 1)
        return undefined;
    return methods.find(({ parameters: [only, second] }) => only !== undefined && second === undefined && !primitives.has(only));
}
/** The different parameter lists among methods of one name. */
export function signatures(methods) {
    return new Set(methods.map(({ parameters }) => parameters.join()));
}
function distanceOf(method, args) {
    const fixed = method.variable ? method.parameters.length - 1 : method.parameters.length;
    if (args.length < fixed || (!method.variable && args.length > fixed))
        return -1;
    let sum = method.variable ? 100 : 0;
    for (let i = 0; i < fixed; i++) {
        const type = method.parameters[i];
        const distance = type === undefined ? -1 : distanceTo(type, args[i] ?? null);
        if (distance < 0)
            return -1;
        sum += distance;
    }
    return sum;
}
export function convertArguments(method, args) {
    const fixed = method.variable ? method.parameters.length - 1 : method.parameters.length;
    const converted = [];
    for (let i = 0; i < fixed; i++) {
        const type = method.parameters[i];
        if (type !== undefined)
            converted.push(convertTo(type, args[i] ?? null));
    }
    if (method.variable)
        converted.push(args.slice(fixed));
    return converted;
}
