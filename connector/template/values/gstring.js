import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
const gstringClass = classNamed('org.codehaus.groovy.runtime.GStringImpl');
/** A string with embedded values; its text is made anew each time it is asked for. */
export class GString extends GroovyObject {
    strings;
    values;
    constructor(strings, values) {
        super();
        this.strings = strings;
        this.values = values;
    }
    get javaClass() {
        return gstringClass;
    }
}
