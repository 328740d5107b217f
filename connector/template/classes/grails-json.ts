import { classNamed, type JavaClass } from '../values/java-class.js';
import { GroovyObject } from '../values/value.js';

/** What `map as grails.converters.JSON` makes; it prints as the JSON text. */
export class GrailsJson extends GroovyObject {
  readonly #json: string;
  constructor(json: string) {
    super();
    this.#json = json;
  }
  get javaClass(): JavaClass {
    return classNamed('grails.converters.JSON');
  }
  text(): string {
    return this.#json;
  }
}
