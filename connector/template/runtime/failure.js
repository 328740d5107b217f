import { findClass } from '../values/java-class.js';
import { GroovyObject } from '../values/value.js';
/** An exception as a Groovy value; `fromJava` when Java, not Groovy, words its message. */
export class GroovyThrowable extends GroovyObject {
    javaClass;
    message;
    cause;
    constructor(javaClass, message, cause = null) {
        super();
        this.javaClass = javaClass;
        this.message = message;
        this.cause = cause;
    }
    text() {
        return this.message === null ? this.javaClass.name : `${this.javaClass.name}: ${this.message}`;
    }
}
/** A Groovy exception on its way up; templates can catch it. */
export class GroovyFailure extends Error {
    throwable;
    constructor(throwable) {
        super(throwable.message ?? '');
        this.throwable = throwable;
    }
}
/** A limit or a safety rule; templates cannot catch it. */
export class Refusal extends Error {
    code;
    remedy;
    constructor(code, message, remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }
}
const packages = [
    'java.lang.',
    'groovy.lang.',
    'java.util.',
    'java.io.',
    'java.text.',
    'java.util.regex.',
    'org.codehaus.groovy.runtime.typehandling.',
    'groovy.json.',
];
/** Throws the exception with this simple (or full) class name. */
export function raise(className, message, cause = null) {
    const full = packages.map((prefix) => findClass(prefix + className)).find((found) => found !== undefined);
    const javaClass = full ?? findClass(className);
    if (javaClass === undefined)
        throw new Error(`no exception class ${className}`);
    throw new GroovyFailure(new GroovyThrowable(javaClass, message, cause));
}
