import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

/** StringBuilder, StringBuffer and StringWriter. */
export class GroovyStringBuilder extends GroovyObject {
  content: string;
  readonly javaClass: JavaClass;

  constructor(content: string, javaClass: JavaClass = classNamed('java.lang.StringBuilder')) {
    super();
    this.content = content;
    this.javaClass = javaClass;
  }

  text(): string {
    return this.content;
  }

  truth(): boolean {
    return this.content !== '';
  }
}
