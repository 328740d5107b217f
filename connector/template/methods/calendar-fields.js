import { raise } from '../runtime/failure.js';
import { fieldsAt, offsetAt, timeOf } from '../values/date-text.js';
/** Constants of java.util.Calendar. */
export const calendarConstants = {
    ERA: 0,
    YEAR: 1,
    MONTH: 2,
    WEEK_OF_YEAR: 3,
    WEEK_OF_MONTH: 4,
    DATE: 5,
    DAY_OF_MONTH: 5,
    DAY_OF_YEAR: 6,
    DAY_OF_WEEK: 7,
    DAY_OF_WEEK_IN_MONTH: 8,
    AM_PM: 9,
    HOUR: 10,
    HOUR_OF_DAY: 11,
    MINUTE: 12,
    SECOND: 13,
    MILLISECOND: 14,
    ZONE_OFFSET: 15,
    DST_OFFSET: 16,
    ...Object.fromEntries('JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'
        .split(' ')
        .map((name, i) => [name, i])),
    ...Object.fromEntries('SUNDAY MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY'.split(' ').map((name, i) => [name, i + 1])),
    AM: 0,
    PM: 1,
};
const day = 86_400_000;
/** Day of the year, from 1. */
export function dayOfYear(at) {
    return Math.round((Date.UTC(at.year, at.month, at.day) - Date.UTC(at.year, 0, 1)) / day) + 1;
}
/** Week of the year as in the US: weeks start on Sunday, the first holds January 1. */
export function weekOfYear(at) {
    const toYearEnd = Math.round((Date.UTC(at.year + 1, 0, 1) - Date.UTC(at.year, at.month, at.day)) / day);
    const firstOfNext = new Date(Date.UTC(at.year + 1, 0, 1)).getUTCDay();
    if (toYearEnd <= firstOfNext)
        return 1;
    const firstWeekday = new Date(Date.UTC(at.year, 0, 1)).getUTCDay();
    return Math.floor((dayOfYear(at) - 1 + firstWeekday) / 7) + 1;
}
/** The year the week belongs to. */
export function weekYear(at) {
    return at.month === 11 && weekOfYear(at) === 1 ? at.year + 1 : at.year;
}
export function weekOfMonth(at) {
    const firstWeekday = new Date(Date.UTC(at.year, at.month, 1)).getUTCDay();
    return Math.floor((at.day - 1 + firstWeekday) / 7) + 1;
}
const readers = {
    0: () => 1,
    1: (at) => at.year,
    2: (at) => at.month,
    3: weekOfYear,
    4: weekOfMonth,
    5: (at) => at.day,
    6: dayOfYear,
    7: (at) => at.weekday + 1,
    8: (at) => Math.floor((at.day - 1) / 7) + 1,
    9: (at) => (at.hour < 12 ? 0 : 1),
    10: (at) => at.hour % 12,
    11: (at) => at.hour,
    12: (at) => at.minute,
    13: (at) => at.second,
    14: (at) => at.millisecond,
    15: (_at, time, zone) => offsetAt(time, zone),
    16: () => 0,
};
/** `calendar.get(field)`. */
export function calendarField(time, zone, field) {
    const read = readers[field];
    return read === undefined
        ? raise('ArrayIndexOutOfBoundsException', `Index ${field} out of bounds for length 17`)
        : read(fieldsAt(time, zone), time, zone);
}
const writers = {
    1: (at, value) => ({ ...at, year: value }),
    2: (at, value) => ({ ...at, month: value }),
    3: (at, value) => ({ ...at, day: at.day + 7 * (value - weekOfYear(at)) }),
    4: (at, value) => ({ ...at, day: at.day + 7 * (value - weekOfMonth(at)) }),
    5: (at, value) => ({ ...at, day: value }),
    6: (at, value) => ({ ...at, day: at.day + value - dayOfYear(at) }),
    7: (at, value) => ({ ...at, day: at.day + value - 1 - at.weekday }),
    9: (at, value) => ({ ...at, hour: (at.hour % 12) + 12 * value }),
    10: (at, value) => ({ ...at, hour: (at.hour < 12 ? 0 : 12) + value }),
    11: (at, value) => ({ ...at, hour: value }),
    12: (at, value) => ({ ...at, minute: value }),
    13: (at, value) => ({ ...at, second: value }),
    14: (at, value) => ({ ...at, millisecond: value }),
};
/** `calendar.set(field, value)`: the moment with one field changed. */
export function withCalendarField(time, zone, field, value) {
    const write = writers[field];
    if (write === undefined)
        return raise('IllegalArgumentException', `field ${field} cannot be set`);
    return timeOf(write(fieldsAt(time, zone), value), zone);
}
/** `calendar.add(field, amount)`: months and years keep the day, cut to the length of the month. */
export function addToField(time, zone, field, amount) {
    const at = fieldsAt(time, zone);
    if (field === 1 || field === 2) {
        const months = at.year * 12 + at.month + amount * (field === 1 ? 12 : 1);
        const [year, month] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
        const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
        return timeOf({ ...at, year, month, day: Math.min(at.day, last) }, zone);
    }
    const days = { 3: 7, 4: 7, 5: 1, 6: 1, 7: 1, 8: 7 };
    const step = days[field];
    if (step !== undefined)
        return timeOf({ ...at, day: at.day + step * amount }, zone);
    const units = {
        9: day / 2,
        10: 3_600_000,
        11: 3_600_000,
        12: 60_000,
        13: 1000,
        14: 1,
    };
    return time + (units[field] ?? 0) * amount;
}
/** Last value a field can have at this moment. */
export function highest(time, zone, field) {
    const at = fieldsAt(time, zone);
    if (field === 5)
        return new Date(Date.UTC(at.year, at.month + 1, 0)).getUTCDate();
    if (field === 6)
        return dayOfYear({ ...at, month: 11, day: 31 });
    const fixed = {
        1: 292278994,
        2: 11,
        3: 52,
        7: 7,
        9: 1,
        10: 11,
        11: 23,
        12: 59,
        13: 59,
        14: 999,
    };
    return fixed[field] ?? 0;
}
