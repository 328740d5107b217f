import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** A groovy.lang.Writable: prints as its text, is no String. */
export class WritableText extends GroovyObject {
    content;
    constructor(content) {
        super();
        this.content = content;
    }
    get javaClass() {
        return classNamed('org.codehaus.groovy.runtime.EncodingGroovyMethods$1');
    }
    text() {
        return this.content;
    }
}
