import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** java.util.Calendar: a moment and the zone its fields are read in. */
export class GroovyCalendar extends GroovyObject {
    time;
    zone;
    constructor(time, zone) {
        super();
        this.time = time;
        this.zone = zone;
    }
    get javaClass() {
        return classNamed('java.util.GregorianCalendar');
    }
}
/** java.util.TimeZone. */
export class GroovyTimeZone extends GroovyObject {
    id;
    constructor(id) {
        super();
        this.id = id;
    }
    get javaClass() {
        return classNamed('java.util.TimeZone');
    }
    text() {
        return this.id;
    }
}
