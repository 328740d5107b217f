import { methodTable } from '../runtime/method-table.js';
import { GString } from '../values/gstring.js';
import { toText, writtenText } from '../values/text.js';
/** A GString with text behind it stays a GString. */
function extended(self, strings, values) {
    const last = (self.strings.at(-1) ?? '') + (strings[0] ?? '');
    return new GString([...self.strings.slice(0, -1), last, ...strings.slice(1)], [...self.values, ...values]);
}
/** What differs from the methods of its text. */
export const gstringMethods = methodTable()({
    'equals(Object)': (self, [other]) => other instanceof GString && writtenText(other) === writtenText(self),
    'plus(String)': (self, [text], run) => extended(self, [run.text(text)], []),
    'plus(Object)': (self, [other]) => other instanceof GString
        ? extended(self, other.strings, other.values)
        : extended(self, [toText(other)], []),
    'getValueCount()': (self) => self.values.length,
});
