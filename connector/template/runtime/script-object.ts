import { classNamed, type JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyObject, type Value } from '../values/value.js';
import { raise } from './failure.js';
import type { Run } from './run.js';

/** `this` of a template: its properties are the bindings. */
export class ScriptObject extends GroovyObject {
  readonly #run: Run;
  constructor(run: Run) {
    super();
    this.#run = run;
  }

  get javaClass(): JavaClass {
    return classNamed('groovy.lang.Script');
  }

  property(name: string): Value {
    if (name === 'binding') return new ScriptBinding(this.#run);
    const value = this.#run.variables.get(name);
    if (value !== undefined) return value;
    return raise('MissingPropertyException', `No such property: ${name} for class: SimpleTemplateScript1`);
  }

  text(): string {
    return 'SimpleTemplateScript1@0';
  }
}

/** `out` of a template: what is printed goes straight to the text. */
export class ScriptOutput extends GroovyObject {
  readonly run: Run;
  constructor(run: Run) {
    super();
    this.run = run;
  }

  get javaClass(): JavaClass {
    return classNamed('java.io.PrintWriter');
  }
}

/** `binding` of a template: asks whether a name is bound without failing. */
export class ScriptBinding extends GroovyObject {
  readonly run: Run;
  constructor(run: Run) {
    super();
    this.run = run;
  }

  get javaClass(): JavaClass {
    return classNamed('groovy.lang.Binding');
  }

  /** The bound names and values; a copy, so nothing is bound through it. */
  get variables(): GroovyMap {
    const map = new GroovyMap();
    for (const [name, value] of this.run.variables) map.set(name, value);
    return map;
  }

  property(name: string): Value {
    return (
      this.run.variables.get(name) ??
      raise('MissingPropertyException', `No such property: ${name} for class: groovy.lang.Binding`)
    );
  }
}
