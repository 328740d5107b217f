import { toText } from '../values/text.js';
import { raise } from './failure.js';
import { formatText } from './format.js';
import { noMethodText } from './messages.js';
/** What a script can call without naming an object: its output. */
const scriptMethods = new Map([
    ['print', (run, args) => print(run, args, '')],
    ['println', (run, args) => print(run, args, '\n')],
    ['printf', (run, args) => write(run, formatText(run, args))],
    ['sprintf', (run, args) => formatText(run, args)],
]);
function print(run, args, end) {
    const name = end === '' ? 'print' : 'println';
    if (args.length > 1 || (args.length === 0 && end === '')) {
        return raise('MissingMethodException', noMethodText('SimpleTemplateScript1', name, args));
    }
    return write(run, args.length === 0 ? end : toText(args[0] ?? null) + end);
}
function write(run, text) {
    run.write(text);
    return null;
}
export function isScriptMethod(name) {
    return scriptMethods.has(name);
}
export function callScriptMethod(run, name, args) {
    return scriptMethods.get(name)?.(run, args) ?? null;
}
