import { findClass, type JavaClass } from '../values/java-class.js';
import { GroovyObject, type Value } from '../values/value.js';

/** An exception as a Groovy value; `fromJava` when Java, not Groovy, words its message. */
export class GroovyThrowable extends GroovyObject {
  readonly javaClass: JavaClass;
  readonly message: string | null;
  readonly cause: Value;

  constructor(javaClass: JavaClass, message: string | null, cause: Value = null) {
    super();
    this.javaClass = javaClass;
    this.message = message;
    this.cause = cause;
  }

  text(): string {
    return this.message === null ? this.javaClass.name : `${this.javaClass.name}: ${this.message}`;
  }
}

/** A Groovy exception on its way up; templates can catch it. */
export class GroovyFailure extends Error {
  readonly throwable: GroovyThrowable;

  constructor(throwable: GroovyThrowable) {
    super(throwable.message ?? '');
    this.throwable = throwable;
  }
}

/** A limit or a safety rule; templates cannot catch it. */
export class Refusal extends Error {
  readonly code: string;
  readonly remedy: string | undefined;

  constructor(code: `Refused${string}`, message: string, remedy?: string) {
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
export function raise(className: string, message: string | null, cause: Value = null): never {
  const full = packages.map((prefix) => findClass(prefix + className)).find((found) => found !== undefined);
  const javaClass = full ?? findClass(className);
  if (javaClass === undefined) throw new Error(`no exception class ${className}`);
  throw new GroovyFailure(new GroovyThrowable(javaClass, message, cause));
}
