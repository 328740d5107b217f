import { formatDate, parseDate, parseDatePattern } from '../runtime/date-format.js';
import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyCalendar, GroovyTimeZone } from '../values/calendar.js';
import { GroovyDate } from '../values/date.js';
import { timeOf } from '../values/date-text.js';
import { classNamed } from '../values/java-class.js';
import { isNumber, toLong } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { GroovyObject } from '../values/value.js';
/** java.text.SimpleDateFormat. */
export class DateFormat extends GroovyObject {
    pattern;
    zone;
    lenient = true;
    constructor(pattern, zone) {
        super();
        parseDatePattern(pattern);
        this.pattern = pattern;
        this.zone = zone;
    }
    get javaClass() {
        return classNamed('java.text.SimpleDateFormat');
    }
}
function dateOf(run, fields) {
    const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = fields;
    const zone = run.environment.timeZone;
    return new GroovyDate(timeOf({ year: year + 1900, month, day, hour, minute, second, millisecond: 0 }, zone), zone);
}
function parsed(run, pattern, text, zone) {
    const time = parseDate(pattern, text, zone);
    if (time === null)
        return raise('ParseException', `Unparseable date: "${text}"`);
    return new GroovyDate(time, run.environment.timeZone);
}
/** The parts of `Date.parse(String)` templates use: ISO-like and the US form. */
function parseOld(run, text) {
    const time = parseDate('EEE MMM dd HH:mm:ss z yyyy', text, 'UTC') ??
        parseDate('MM/dd/yyyy', text, run.environment.timeZone);
    return time === null
        ? raise('IllegalArgumentException', null)
        : new GroovyDate(time, run.environment.timeZone);
}
export const dateConstructors = methodTable()({
    'new()': (_self, _args, run) => new GroovyDate(Math.trunc(run.environment.now()), run.environment.timeZone),
    'new(long)': (_self, [time], run) => new GroovyDate(Number(time), run.environment.timeZone),
    'new(String)': (_self, [text], run) => parseOld(run, text),
    'new(int, int, int)': (_self, fields, run) => dateOf(run, fields),
    'new(int, int, int, int, int)': (_self, fields, run) => dateOf(run, fields),
    'new(int, int, int, int, int, int)': (_self, fields, run) => dateOf(run, fields),
});
export const dateStatics = methodTable()({
    'parse(String, String)': (_self, [pattern, text], run) => parsed(run, pattern, text, run.environment.timeZone),
    'parse(String, String, Object)': (_self, [pattern, text, zone], run) => parsed(run, pattern, text, toText(zone)),
    'parse(String)': (_self, [text], run) => BigInt(parseOld(run, text).time),
});
export const dateFormatConstructors = methodTable()({
    'new()': (_self, _args, run) => new DateFormat('M/d/yy h:mm a', run.environment.timeZone),
    'new(String)': (_self, [pattern], run) => new DateFormat(pattern, run.environment.timeZone),
    'new(String, Object)': (_self, [pattern], run) => new DateFormat(pattern, run.environment.timeZone),
});
function timeToFormat(value) {
    if (value instanceof GroovyDate)
        return value.time;
    if (isNumber(value))
        return Number(toLong(value));
    return raise('IllegalArgumentException', 'Cannot format given Object as a Date');
}
export const dateFormatMethods = methodTable()({
    'format(Object)': (self, [value]) => formatDate(self.pattern, timeToFormat(value), self.zone),
    'parse(String)': (self, [text], run) => parsed(run, self.pattern, text, self.zone),
    'setTimeZone(Object)': (self, [zone]) => {
        self.zone = toText(zone);
        return null;
    },
    'getTimeZone()': (self) => new GroovyTimeZone(self.zone),
    'setLenient(boolean)': (self, [lenient]) => {
        self.lenient = lenient;
        return null;
    },
    'isLenient()': (self) => self.lenient,
    'toPattern()': (self) => self.pattern,
    'applyPattern(String)': (self, [pattern]) => {
        parseDatePattern(pattern);
        self.pattern = pattern;
        return null;
    },
});
export const calendarStatics = methodTable()({
    'getInstance()': (_self, _args, run) => new GroovyCalendar(Math.trunc(run.environment.now()), run.environment.timeZone),
    'getInstance(Object)': (_self, [zone], run) => new GroovyCalendar(Math.trunc(run.environment.now()), zone instanceof GroovyTimeZone ? zone.id : run.environment.timeZone),
});
export const calendarConstructors = methodTable()({
    'new()': (_self, _args, run) => new GroovyCalendar(Math.trunc(run.environment.now()), run.environment.timeZone),
    'new(int, int, int)': (_self, [year, month, day], run) => {
        const zone = run.environment.timeZone;
        return new GroovyCalendar(timeOf({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 }, zone), zone);
    },
});
/** A zone that is not known is GMT, as in Java. */
function zoneNamed(id) {
    if (/^GMT[+-]\d{1,2}(:?\d{2})?$/.test(id))
        return id;
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: id });
        return id;
    }
    catch {
        return 'GMT';
    }
}
export const timeZoneStatics = methodTable()({
    'getTimeZone(String)': (_self, [id]) => new GroovyTimeZone(zoneNamed(id)),
    'getDefault()': (_self, _args, run) => new GroovyTimeZone(run.environment.timeZone),
});
