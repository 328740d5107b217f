import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject, type Value } from './value.js';

const gstringClass = classNamed('org.codehaus.groovy.runtime.GStringImpl');

/** A string with embedded values; its text is made anew each time it is asked for. */
export class GString extends GroovyObject {
  readonly strings: readonly string[];
  readonly values: readonly Value[];
  constructor(strings: readonly string[], values: readonly Value[]) {
    super();
    this.strings = strings;
    this.values = values;
  }
  get javaClass(): JavaClass {
    return gstringClass;
  }
}
