import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { toText } from '../values/text.js';
/** Groovy's null object, beside what every value has. */
export const nullMethods = methodTable()({
    'equals(Object)': (_self, [other]) => other === null,
    'plus(String)': (_self, [text], run) => run.text(`null${text}`),
    'plus(Object)': (_self, [other]) => raise('NullPointerException', `Cannot execute null+${toText(other)}`),
    'asType(Class)': () => null,
    'hashCode()': () => raise('NullPointerException', 'Cannot invoke method hashCode() on null object'),
    'clone()': () => raise('NullPointerException', 'Cannot invoke method clone() on null object'),
});
