import { isParameterName } from './parameters.js';
/**
 * Methods of one type: a signature is the key, what it does the value. The types of the arguments follow from the
 * signature.
 */
export function methodTable() {
    return (handlers) => Object.entries(handlers).map(([signature, handler]) => toMethod(signature, handler));
}
function toMethod(signature, handler) {
    const [, name = '', list = ''] = /^(.+?)\((.*)\)$/.exec(signature) ?? [];
    const names = list === '' ? [] : list.split(', ');
    const parameters = names.map((parameter) => {
        if (!isParameterName(parameter))
            throw new Error(`${signature}: no parameter type ${parameter}`);
        return parameter;
    });
    return {
        name,
        parameters,
        variable: parameters.at(-1) === 'Object...',
        invoke: handler,
    };
}
export function indexMethods(methods) {
    const index = new Map();
    for (const method of methods) {
        const sameName = index.get(method.name);
        if (sameName === undefined)
            index.set(method.name, [method]);
        else
            sameName.push(method);
    }
    return index;
}
