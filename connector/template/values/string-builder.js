import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** StringBuilder, StringBuffer and StringWriter. */
export class GroovyStringBuilder extends GroovyObject {
    content;
    javaClass;
    constructor(content, javaClass = classNamed('java.lang.StringBuilder')) {
        super();
        this.content = content;
        this.javaClass = javaClass;
    }
    text() {
        return this.content;
    }
    truth() {
        return this.content !== '';
    }
}
