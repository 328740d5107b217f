import { formatDate } from '../runtime/date-format.js';
import { compare } from '../runtime/equality.js';
import { raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyCalendar } from '../values/calendar.js';
import { GroovyDate } from '../values/date.js';
import { dateText, fieldsAt, offsetAt, padded, timeOf } from '../values/date-text.js';
import { isNumber, toInt } from '../values/numbers.js';
import { toText } from '../values/text.js';
import { calendarField, withCalendarField } from './calendar-fields.js';
const day = 86_400_000;
/** The same local time some days on. */
export function addDays(time, zone, days) {
    const at = fieldsAt(time, zone);
    return timeOf({ ...at, day: at.day + days }, zone);
}
export function startOfDay(time, zone) {
    return timeOf({ ...fieldsAt(time, zone), hour: 0, minute: 0, second: 0, millisecond: 0 }, zone);
}
function shortDate(date) {
    const at = fieldsAt(date.time, date.zone);
    return `${at.month + 1}/${at.day}/${padded(at.year % 100, 2)}`;
}
function shortTime(date) {
    const at = fieldsAt(date.time, date.zone);
    return `${at.hour % 12 || 12}:${padded(at.minute, 2)}:${padded(at.second, 2)} ${at.hour < 12 ? 'AM' : 'PM'}`;
}
/** Whole days between two dates, each counted from midnight. */
function daysBetween(a, b) {
    const local = (date) => {
        const start = startOfDay(date.time, date.zone);
        return start + offsetAt(start, date.zone);
    };
    return Math.round((local(a) - local(b)) / day);
}
const fieldNumbers = {
    year: 1,
    month: 2,
    date: 5,
    dayOfMonth: 5,
    hourOfDay: 11,
    minute: 12,
    second: 13,
    millisecond: 14,
};
/** `date.copyWith(year: 2020, month: 0)`. */
export function withFields(time, zone, fields) {
    let result = time;
    for (const { key, value } of fields.entries()) {
        const number = fieldNumbers[toText(key)] ?? raise('IllegalArgumentException', `Unknown field ${toText(key)}`);
        result = withCalendarField(result, zone, number, isNumber(value) ? toInt(value) : 0);
    }
    return result;
}
export const dateMethods = methodTable()({
    'toString()': (self) => dateText(self.time, self.zone),
    'getTime()': (self) => BigInt(self.time),
    'setTime(long)': (self, [time]) => {
        self.time = Number(time);
        return null;
    },
    'getYear()': (self) => fieldsAt(self.time, self.zone).year - 1900,
    'getMonth()': (self) => fieldsAt(self.time, self.zone).month,
    'getDate()': (self) => fieldsAt(self.time, self.zone).day,
    'getDay()': (self) => fieldsAt(self.time, self.zone).weekday,
    'getHours()': (self) => fieldsAt(self.time, self.zone).hour,
    'getMinutes()': (self) => fieldsAt(self.time, self.zone).minute,
    'getSeconds()': (self) => fieldsAt(self.time, self.zone).second,
    'getTimezoneOffset()': (self) => -offsetAt(self.time, self.zone) / 60_000,
    'format(String)': (self, [pattern]) => formatDate(pattern, self.time, self.zone),
    'format(String, Object)': (self, [pattern, zone]) => formatDate(pattern, self.time, toText(zone)),
    'getDateString()': shortDate,
    'getTimeString()': shortTime,
    'getDateTimeString()': (self) => `${shortDate(self)}, ${shortTime(self)}`,
    'plus(int)': (self, [days]) => new GroovyDate(addDays(self.time, self.zone, days), self.zone),
    'minus(int)': (self, [days]) => new GroovyDate(addDays(self.time, self.zone, -days), self.zone),
    'minus(Date)': (self, [other]) => daysBetween(self, other),
    'next()': (self) => new GroovyDate(addDays(self.time, self.zone, 1), self.zone),
    'previous()': (self) => new GroovyDate(addDays(self.time, self.zone, -1), self.zone),
    'before(Date)': (self, [other]) => self.time < other.time,
    'after(Date)': (self, [other]) => self.time > other.time,
    'compareTo(Object)': (self, [other]) => compare(self, other),
    'equals(Object)': (self, [other]) => other instanceof GroovyDate && other.time === self.time,
    'clearTime()': (self) => {
        self.time = startOfDay(self.time, self.zone);
        return self;
    },
    'clone()': (self) => new GroovyDate(self.time, self.zone),
    'toCalendar()': (self) => new GroovyCalendar(self.time, self.zone),
    'getAt(int)': (self, [field]) => calendarField(self.time, self.zone, field),
    'putAt(int, int)': (self, [field, value]) => {
        self.time = withCalendarField(self.time, self.zone, field, value);
        return null;
    },
    'set(Map)': (self, [fields]) => {
        self.time = withFields(self.time, self.zone, fields);
        return null;
    },
    'copyWith(Map)': (self, [fields]) => new GroovyDate(withFields(self.time, self.zone, fields), self.zone),
    'updated(Map)': (self, [fields]) => new GroovyDate(withFields(self.time, self.zone, fields), self.zone),
    'upto(Date, Closure)': (self, [to, closure], run) => {
        let time = self.time;
        for (; time <= to.time; time = addDays(time, self.zone, 1)) {
            callClosure(run, closure, [new GroovyDate(time, self.zone)]);
        }
        return null;
    },
});
