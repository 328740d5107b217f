import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

const dateClass = classNamed('java.util.Date');

/** java.util.Date: a moment that can be moved. `text` is given by whoever knows the time zone. */
export class GroovyDate extends GroovyObject {
  /** Epoch milliseconds. */
  time: number;
  readonly zone: string;

  constructor(time: number, zone: string) {
    super();
    this.time = time;
    this.zone = zone;
  }

  get javaClass(): JavaClass {
    return dateClass;
  }
}
