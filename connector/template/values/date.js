import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
const dateClass = classNamed('java.util.Date');
/** java.util.Date: a moment that can be moved. `text` is given by whoever knows the time zone. */
export class GroovyDate extends GroovyObject {
    /** Epoch milliseconds. */
    time;
    #zone;
    constructor(time, zone) {
        super();
        this.time = time;
        this.#zone = zone;
    }
    /** The zone its fields and its text are in. */
    get zone() {
        return typeof this.#zone === 'string' ? this.#zone : this.#zone.name;
    }
    get javaClass() {
        return dateClass;
    }
}
