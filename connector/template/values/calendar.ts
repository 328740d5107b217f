import { classNamed, type JavaClass } from './java-class.js';
import { GroovyObject } from './value.js';

/** java.util.Calendar: a moment and the zone its fields are read in. */
export class GroovyCalendar extends GroovyObject {
  time: number;
  zone: string;
  constructor(time: number, zone: string) {
    super();
    this.time = time;
    this.zone = zone;
  }
  get javaClass(): JavaClass {
    return classNamed('java.util.GregorianCalendar');
  }
}

/** java.util.TimeZone. */
export class GroovyTimeZone extends GroovyObject {
  readonly id: string;
  constructor(id: string) {
    super();
    this.id = id;
  }
  get javaClass(): JavaClass {
    return classNamed('java.util.TimeZone');
  }
  text(): string {
    return this.id;
  }
}
