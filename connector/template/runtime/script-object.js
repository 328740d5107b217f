import { classNamed } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyObject } from '../values/value.js';
import { raise } from './failure.js';
/** `this` of a template: its properties are the bindings. */
export class ScriptObject extends GroovyObject {
    #run;
    constructor(run) {
        super();
        this.#run = run;
    }
    get javaClass() {
        return classNamed('groovy.lang.Script');
    }
    property(name) {
        if (name === 'binding')
            return new ScriptBinding(this.#run);
        const value = this.#run.variables.get(name);
        if (value !== undefined)
            return value;
        return raise('MissingPropertyException', `No such property: ${name} for class: SimpleTemplateScript1`);
    }
    text() {
        return 'SimpleTemplateScript1@0';
    }
}
/** `out` of a template: what is printed goes straight to the text. */
export class ScriptOutput extends GroovyObject {
    run;
    constructor(run) {
        super();
        this.run = run;
    }
    get javaClass() {
        return classNamed('java.io.PrintWriter');
    }
}
/** `binding` of a template: asks whether a name is bound without failing. */
export class ScriptBinding extends GroovyObject {
    run;
    constructor(run) {
        super();
        this.run = run;
    }
    get javaClass() {
        return classNamed('groovy.lang.Binding');
    }
    /** The bound names and values; a copy, so nothing is bound through it. */
    get variables() {
        const map = new GroovyMap();
        for (const [name, value] of this.run.variables)
            map.set(name, value);
        return map;
    }
    property(name) {
        return (this.run.variables.get(name) ??
            raise('MissingPropertyException', `No such property: ${name} for class: groovy.lang.Binding`));
    }
}
