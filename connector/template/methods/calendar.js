import { formatDate } from '../runtime/date-format.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyCalendar, GroovyTimeZone } from '../values/calendar.js';
import { GroovyDate } from '../values/date.js';
import { fieldsAt, offsetAt, timeOf, zoneName } from '../values/date-text.js';
import { toText } from '../values/text.js';
import { addToField, calendarField, highest, withCalendarField } from './calendar-fields.js';
import { addDays, startOfDay, withFields } from './date.js';
function setFields(self, year, month, day, clock) {
    const [hour, minute, second] = clock;
    const at = fieldsAt(self.time, self.zone);
    const fields = {
        ...at,
        year,
        month,
        day,
        hour: hour ?? at.hour,
        minute: minute ?? at.minute,
        second: second ?? at.second,
    };
    self.time = timeOf(fields, self.zone);
    return null;
}
export const calendarMethods = methodTable()({
    'get(int)': (self, [field]) => calendarField(self.time, self.zone, field),
    'getAt(int)': (self, [field]) => calendarField(self.time, self.zone, field),
    'set(int, int)': (self, [field, value]) => {
        self.time = withCalendarField(self.time, self.zone, field, value);
        return null;
    },
    'putAt(int, int)': (self, [field, value]) => {
        self.time = withCalendarField(self.time, self.zone, field, value);
        return null;
    },
    'set(int, int, int)': (self, [year, month, day]) => setFields(self, year, month, day, []),
    'set(int, int, int, int, int)': (self, [year, month, day, hour, minute]) => setFields(self, year, month, day, [hour, minute]),
    'set(int, int, int, int, int, int)': (self, [year, month, day, hour, minute, second]) => setFields(self, year, month, day, [hour, minute, second]),
    'set(Map)': (self, [fields]) => {
        self.time = withFields(self.time, self.zone, fields);
        return null;
    },
    'copyWith(Map)': (self, [fields]) => new GroovyCalendar(withFields(self.time, self.zone, fields), self.zone),
    'add(int, int)': (self, [field, amount]) => {
        self.time = addToField(self.time, self.zone, field, amount);
        return null;
    },
    'getTime()': (self) => new GroovyDate(self.time, self.zone),
    'setTime(Date)': (self, [date]) => {
        self.time = date.time;
        return null;
    },
    'getTimeInMillis()': (self) => BigInt(self.time),
    'setTimeInMillis(long)': (self, [time]) => {
        self.time = Number(time);
        return null;
    },
    'getTimeZone()': (self) => new GroovyTimeZone(self.zone),
    'setTimeZone(Object)': (self, [zone]) => {
        self.zone = toText(zone);
        return null;
    },
    'getActualMaximum(int)': (self, [field]) => highest(self.time, self.zone, field),
    'format(String)': (self, [pattern]) => formatDate(pattern, self.time, self.zone),
    'clearTime()': (self) => {
        self.time = startOfDay(self.time, self.zone);
        return self;
    },
    'next()': (self) => new GroovyCalendar(addDays(self.time, self.zone, 1), self.zone),
    'previous()': (self) => new GroovyCalendar(addDays(self.time, self.zone, -1), self.zone),
    'before(Object)': (self, [other]) => other instanceof GroovyCalendar && self.time < other.time,
    'after(Object)': (self, [other]) => other instanceof GroovyCalendar && self.time > other.time,
    'clone()': (self) => new GroovyCalendar(self.time, self.zone),
    'getWeekYear()': (self) => fieldsAt(self.time, self.zone).year,
});
export const timeZoneMethods = methodTable()({
    'getID()': (self) => self.id,
    'getRawOffset()': (self, _args, run) => offsetAt(run.environment.now(), self.id),
    'getOffset(long)': (self, [time]) => offsetAt(Number(time), self.id),
    'getDisplayName()': (self, _args, run) => zoneName(run.environment.now(), self.id, 'long'),
});
