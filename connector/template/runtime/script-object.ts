import { classNamed, type JavaClass } from '../values/java-class.js';
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
