import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

/** A groovy.lang.Writable: prints as its text, is no String. */
export class WritableText extends GroovyObject {
  readonly content: string;
  constructor(content: string) {
    super();
    this.content = content;
  }
  get javaClass(): JavaClass {
    return classNamed('org.codehaus.groovy.runtime.EncodingGroovyMethods$1');
  }
  text(): string {
    return this.content;
  }
}
