import { dayOfYear, weekOfMonth, weekOfYear, weekYear } from '../methods/calendar-fields.js';
import { fieldsAt, monthNames, offsetAt, padded, timeOf, weekdayNames, zoneName, } from '../values/date-text.js';
import { raise } from './failure.js';
const letters = 'GyYMLwWDdFEuaHkKhmsSzZX';
/** Splits a SimpleDateFormat pattern; throws as Java does for letters it does not know. */
export function parseDatePattern(pattern) {
    const parts = [];
    let at = 0;
    while (at < pattern.length) {
        const c = pattern.charAt(at);
        if (c === "'") {
            const quoted = readQuoted(pattern, at);
            parts.push({ letter: null, length: 0, text: quoted.text });
            at = quoted.next;
        }
        else if (/[a-zA-Z]/.test(c)) {
            if (!letters.includes(c))
                raise('IllegalArgumentException', `Illegal pattern character '${c}'`);
            let end = at;
            while (pattern.charAt(end) === c)
                end++;
            parts.push({ letter: c, length: end - at, text: '' });
            at = end;
        }
        else {
            parts.push({ letter: null, length: 0, text: c });
            at++;
        }
    }
    return parts;
}
/** `'text'`, with `''` for a quote. */
function readQuoted(pattern, from) {
    if (pattern.charAt(from + 1) === "'")
        return { text: "'", next: from + 2 };
    let text = '';
    for (let at = from + 1; at < pattern.length; at++) {
        if (pattern.charAt(at) !== "'")
            text += pattern.charAt(at);
        else if (pattern.charAt(at + 1) === "'") {
            text += "'";
            at++;
        }
        else
            return { text, next: at + 1 };
    }
    return raise('IllegalArgumentException', 'Unterminated quote');
}
function yearText(year, length) {
    return length === 2 ? padded(year % 100, 2) : padded(year, length);
}
function name(names, index, length) {
    const full = names[index] ?? '';
    return length >= 4 ? full : full.slice(0, 3);
}
const fields = {
    G: () => 'AD',
    y: (at, length) => yearText(at.year, length),
    Y: (at, length) => yearText(weekYear(at), length),
    M: (at, length) => (length >= 3 ? name(monthNames, at.month, length) : padded(at.month + 1, length)),
    L: (at, length) => (length >= 3 ? name(monthNames, at.month, length) : padded(at.month + 1, length)),
    w: (at, length) => padded(weekOfYear(at), length),
    W: (at, length) => padded(weekOfMonth(at), length),
    D: (at, length) => padded(dayOfYear(at), length),
    d: (at, length) => padded(at.day, length),
    F: (at, length) => padded(Math.floor((at.day - 1) / 7) + 1, length),
    E: (at, length) => name(weekdayNames, at.weekday, length),
    u: (at, length) => padded(at.weekday || 7, length),
    a: (at) => (at.hour < 12 ? 'AM' : 'PM'),
    H: (at, length) => padded(at.hour, length),
    k: (at, length) => padded(at.hour || 24, length),
    K: (at, length) => padded(at.hour % 12, length),
    h: (at, length) => padded(at.hour % 12 || 12, length),
    m: (at, length) => padded(at.minute, length),
    s: (at, length) => padded(at.second, length),
    S: (at, length) => padded(at.millisecond, length),
    z: (_at, length, time, zone) => zoneName(time, zone, length >= 4 ? 'long' : 'short'),
    Z: (_at, _length, time, zone) => offsetText(offsetAt(time, zone), ''),
    X: (_at, length, time, zone) => isoOffset(offsetAt(time, zone), length),
};
function offsetText(offset, separator) {
    const minutes = Math.abs(offset) / 60_000;
    return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}
function isoOffset(offset, length) {
    if (length > 3)
        return raise('IllegalArgumentException', `invalid ISO 8601 format: length=${length}`);
    if (offset === 0)
        return 'Z';
    return length === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, length === 3 ? ':' : '');
}
/** SimpleDateFormat.format in US English. */
export function formatDate(pattern, time, zone) {
    const parts = parseDatePattern(pattern);
    const at = fieldsAt(time, zone);
    return parts
        .map((part) => part.letter === null ? part.text : (fields[part.letter]?.(at, part.length, time, zone) ?? ''))
        .join('');
}
const readable = {
    y: 'year',
    d: 'day',
    H: 'hour',
    k: 'hour',
    h: 'hour',
    K: 'hour',
    m: 'minute',
    s: 'second',
    S: 'millisecond',
};
/** SimpleDateFormat.parse: lenient, reads a prefix of the text; null when it does not fit. */
export function parseDate(pattern, text, zone) {
    const parts = parseDatePattern(pattern);
    const reading = {
        fields: { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 },
        offset: null,
        pm: null,
    };
    let at = 0;
    for (const [i, part] of parts.entries()) {
        const taken = part.letter === null ? readText(text, at, part.text) : readField(text, at, part, parts[i + 1], reading);
        if (taken === null)
            return null;
        at += taken;
    }
    const { hour } = reading.fields;
    if (reading.pm !== null)
        reading.fields.hour = (hour % 12) + (reading.pm ? 12 : 0);
    if (reading.offset === null)
        return timeOf(reading.fields, zone);
    return timeOf(reading.fields, 'UTC') - reading.offset;
}
function readText(text, at, expected) {
    return text.startsWith(expected, at) ? expected.length : null;
}
function readField(text, at, part, next, reading) {
    const { letter, length } = part;
    const rest = text.slice(at);
    if ((letter === 'M' || letter === 'L') && length >= 3)
        return readMonthName(rest, reading);
    if (letter === 'E')
        return weekdayNames.find((one) => rest.startsWith(one))?.length ?? readShortName(rest, weekdayNames);
    if (letter === 'a')
        return readHalf(rest, reading);
    if (letter === 'z' || letter === 'Z' || letter === 'X')
        return readZone(rest, reading);
    const adjacent = next?.letter !== null && next?.letter !== undefined && /[yMdHhmsSkK]/.test(next.letter);
    const digits = new RegExp(`^ *-?\\d{1,${adjacent ? length : 9}}`).exec(rest)?.[0];
    if (digits === undefined)
        return null;
    store(letter ?? '', Number(digits), digits.trim().length, length, reading);
    return digits.length;
}
function store(letter, value, digits, length, reading) {
    const field = readable[letter];
    if (letter === 'M' || letter === 'L')
        reading.fields.month = value - 1;
    else if (letter === 'y' && length <= 2 && digits === 2)
        reading.fields.year = value + (value > 46 ? 1900 : 2000);
    else if (field !== undefined)
        reading.fields[field] = value;
}
function readShortName(rest, names) {
    return names.some((one) => rest.toLowerCase().startsWith(one.slice(0, 3).toLowerCase())) ? 3 : null;
}
function readMonthName(rest, reading) {
    const lower = rest.toLowerCase();
    const month = monthNames.findIndex((one) => lower.startsWith(one.slice(0, 3).toLowerCase()));
    if (month < 0)
        return null;
    reading.fields.month = month;
    const full = monthNames[month] ?? '';
    return lower.startsWith(full.toLowerCase()) ? full.length : 3;
}
function readHalf(rest, reading) {
    const half = /^(AM|PM)/i.exec(rest)?.[0].toUpperCase();
    if (half === undefined)
        return null;
    reading.pm = half === 'PM';
    return 2;
}
function readZone(rest, reading) {
    const found = /^(?:Z|UTC|GMT(?![+-])|(?:GMT)?([+-])(\d{2}):?(\d{2})?)/.exec(rest);
    if (found === null)
        return null;
    const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
    reading.offset = (found[1] === '-' ? -minutes : minutes) * 60_000;
    return found[0].length;
}
