const formatters = new Map();
function formatterOf(zone) {
    let found = formatters.get(zone);
    if (found === undefined) {
        const numeric = 'numeric';
        found = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            era: 'short',
            year: numeric,
            month: numeric,
            day: numeric,
            hour: numeric,
            minute: numeric,
            second: numeric,
        });
        formatters.set(zone, found);
    }
    return found;
}
/** Milliseconds to add to UTC to get the local time of `zone` at this moment. */
export function offsetAt(time, zone) {
    if (zone === 'UTC' || zone === 'GMT')
        return 0;
    const fixed = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
    if (fixed !== null) {
        const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
        return (fixed[1] === '-' ? -minutes : minutes) * 60_000;
    }
    const parts = {};
    for (const { type, value } of formatterOf(zone).formatToParts(time)) {
        parts[type] = type === 'era' ? (value.startsWith('B') ? 1 : 0) : Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, era = 0 } = parts;
    const local = new Date(0);
    local.setUTCFullYear(era === 1 ? 1 - year : year, month - 1, day);
    local.setUTCHours(hour, minute, second);
    return local.getTime() - Math.floor(time / 1000) * 1000;
}
export function fieldsAt(time, zone) {
    const local = new Date(time + offsetAt(time, zone));
    return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth(),
        day: local.getUTCDate(),
        hour: local.getUTCHours(),
        minute: local.getUTCMinutes(),
        second: local.getUTCSeconds(),
        millisecond: local.getUTCMilliseconds(),
        weekday: local.getUTCDay(),
    };
}
/** The moment of local fields; fields out of range carry over, as in a lenient Java calendar. */
export function timeOf(fields, zone) {
    const local = new Date(0);
    local.setUTCFullYear(fields.year, fields.month, fields.day);
    local.setUTCHours(fields.hour, fields.minute, fields.second, fields.millisecond);
    const guess = local.getTime() - offsetAt(local.getTime(), zone);
    return local.getTime() - offsetAt(guess, zone);
}
export const monthNames = 'January February March April May June July August September October November December'.split(' ');
export const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
/** Short name of a zone at a moment (`UTC`, `CET`, `PDT`). */
export function zoneName(time, zone, style = 'short') {
    if (zone === 'UTC')
        return style === 'short' ? 'UTC' : 'Coordinated Universal Time';
    if (/^GMT[+-]/.test(zone))
        return zone;
    const formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style });
    return formatter.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
export function padded(value, width) {
    return String(Math.abs(value)).padStart(width, '0');
}
/** Date.toString: `Tue Mar 05 10:00:00 UTC 2024`. */
export function dateText(time, zone) {
    const at = fieldsAt(time, zone);
    const weekday = weekdayNames[at.weekday]?.slice(0, 3);
    const month = monthNames[at.month]?.slice(0, 3);
    const clock = [at.hour, at.minute, at.second].map((part) => padded(part, 2)).join(':');
    return `${weekday} ${month} ${padded(at.day, 2)} ${clock} ${zoneName(time, zone)} ${at.year}`;
}
