import type { JavaClass } from './java-class.js';

/**
 * A Groovy value. Integer is a JS number, Long a bigint, String a string, Boolean a boolean; every other class is an
 * object of its own that knows its Java class.
 */
export type Value = null | boolean | number | bigint | string | GroovyObject;

export abstract class GroovyObject {
  abstract readonly javaClass: JavaClass;
}
