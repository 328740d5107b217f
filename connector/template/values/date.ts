import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

const dateClass = classNamed('java.util.Date');

/** The zone of dates that were bound before it was known. */
export interface ZoneSource {
  name: string;
}

/** java.util.Date: a moment that can be moved. `text` is given by whoever knows the time zone. */
export class GroovyDate extends GroovyObject {
  /** Epoch milliseconds. */
  time: number;
  readonly #zone: string | ZoneSource;

  constructor(time: number, zone: string | ZoneSource) {
    super();
    this.time = time;
    this.#zone = zone;
  }

  /** The zone its fields and its text are in. */
  get zone(): string {
    return typeof this.#zone === 'string' ? this.#zone : this.#zone.name;
  }

  get javaClass(): JavaClass {
    return dateClass;
  }
}
