import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** java.util.regex.Pattern over a linear-time engine. */
export class GroovyPattern extends GroovyObject {
    source;
    flags;
    program;
    constructor(source, flags, program) {
        super();
        this.source = source;
        this.flags = flags;
        this.program = program;
    }
    get javaClass() {
        return classNamed('java.util.regex.Pattern');
    }
    text() {
        return this.source;
    }
}
