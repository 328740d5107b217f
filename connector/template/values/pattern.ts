import type { RE2JS } from 're2js';
import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

/** java.util.regex.Pattern over a linear-time engine. */
export class GroovyPattern extends GroovyObject {
  readonly source: string;
  readonly flags: number;
  readonly program: RE2JS;

  constructor(source: string, flags: number, program: RE2JS) {
    super();
    this.source = source;
    this.flags = flags;
    this.program = program;
  }

  get javaClass(): JavaClass {
    return classNamed('java.util.regex.Pattern');
  }

  text(): string {
    return this.source;
  }
}
