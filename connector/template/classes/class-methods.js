import { classOf } from '../runtime/class-of.js';
import { GroovyThrowable } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyList } from '../values/collections.js';
import { toText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
/** `new Object()`: nothing but an identity. */
class PlainObject extends GroovyObject {
    javaClass;
    constructor(javaClass) {
        super();
        this.javaClass = javaClass;
    }
}
export const objectConstructors = methodTable()({ 'new()': (self) => new PlainObject(self) });
/** What templates may ask a class: its names and whether a value belongs to it. */
export const classMethods = methodTable()({
    'getName()': (self) => self.name,
    'getSimpleName()': (self) => self.simpleName,
    'getTypeName()': (self) => self.name,
    'getCanonicalName()': (self) => self.name,
    'isInstance(Object)': (self, [value]) => value !== null && classOf(value).isA(self),
    'isArray()': (self) => self.component !== null,
    'isInterface()': (self) => self.isInterface,
    'isPrimitive()': (self) => self.primitive,
    'toString()': (self) => toText(self),
    'getSuperclass()': (self) => self.parents.find((parent) => !parent.isInterface) ?? null,
});
export const throwableConstructors = methodTable()({
    'new()': (self) => new GroovyThrowable(self, null),
    'new(String)': (self, [message]) => new GroovyThrowable(self, message),
    'new(String, Object)': (self, [message, cause]) => new GroovyThrowable(self, message, cause),
    'new(Object)': (self, [cause]) => new GroovyThrowable(self, cause === null ? null : toText(cause), cause),
});
export const throwableMethods = methodTable()({
    'getMessage()': (self) => self.message,
    'getLocalizedMessage()': (self) => self.message,
    'getCause()': (self) => self.cause,
    'toString()': (self) => self.text(),
    'getStackTrace()': () => new GroovyList([]),
    'printStackTrace()': () => null,
});
