import { methodTable } from '../runtime/method-table.js';
import { javaText, toText } from '../values/text.js';
/** `out`. */
export const writerMethods = methodTable()({
    'print(Object)': (self, [value]) => {
        self.run.write(toText(value));
        return null;
    },
    'println(Object)': (self, [value]) => {
        self.run.write(`${toText(value)}\n`);
        return null;
    },
    'println()': (self) => {
        self.run.write('\n');
        return null;
    },
    'write(String)': (self, [text]) => {
        self.run.write(text);
        return null;
    },
    'append(Object)': (self, [value]) => {
        self.run.write(javaText(value));
        return self;
    },
    'leftShift(Object)': (self, [value]) => {
        self.run.write(toText(value));
        return self;
    },
    'flush()': () => null,
});
