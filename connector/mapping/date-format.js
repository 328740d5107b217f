import { quoteRegExp } from '../regexp.js';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Regular expression and name of each run of pattern letters. */
const LETTERS = {
    y: '(\\d{2,4})',
    M: '(\\d{1,2}|[A-Za-z]{3,9})',
    d: '(\\d{1,2})',
    H: '(\\d{1,2})',
    h: '(\\d{1,2})',
    m: '(\\d{1,2})',
    s: '(\\d{1,2})',
    S: '(\\d{1,9})',
    a: '([AaPp][Mm])',
    E: '([A-Za-z]+)',
    X: '(Z|[+-]\\d{2}:?\\d{0,2})',
    Z: '([+-]\\d{4})',
    z: '([A-Za-z]{1,5}|GMT[+-]\\d{1,2}:?\\d{0,2})',
};
function compile(pattern) {
    const letters = [];
    const parts = [...pattern.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g)].map(([run, quoted, letter]) => {
        if (quoted !== undefined)
            return quoted === '' ? "'" : literal(quoted);
        if (letter === undefined)
            return literal(run);
        letters.push(letter);
        return LETTERS[letter] ?? '(\\S+)';
    });
    return { expression: new RegExp(`^\\s*${parts.join('')}`), letters };
}
function literal(text) {
    return quoteRegExp(text).replace(/ /g, '\\s');
}
function zoneMinutes(text) {
    if (/^(Z|UTC|GMT)$/i.test(text))
        return 0;
    const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
    if (match === null)
        return undefined;
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return match[1] === '-' ? -minutes : minutes;
}
function monthOf(text) {
    return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}
/** The time a compiled pattern reads in a text; undefined when it does not fit. */
function read(compiled, text) {
    const match = compiled.expression.exec(text);
    if (match === null)
        return undefined;
    const field = (letter) => {
        const at = compiled.letters.indexOf(letter);
        return at < 0 ? undefined : match[at + 1];
    };
    const year = Number(field('y') ?? 1970);
    const month = monthOf(field('M') ?? '1');
    const day = Number(field('d') ?? 1);
    const half = field('a')?.toLowerCase();
    const clockHour = Number(field('h') ?? 0) % 12;
    const hour = Number(field('H') ?? clockHour + (half === 'pm' ? 12 : 0));
    const millis = Number((field('S') ?? '0').slice(0, 3).padEnd(3, '0'));
    const zone = zoneMinutes(field('X') ?? field('Z') ?? field('z') ?? 'Z');
    if (zone === undefined || month < 1 || month > 12 || day < 1 || day > 31)
        return undefined;
    const fullYear = year < 100 ? 2000 + year : year;
    return (Date.UTC(fullYear, month - 1, day, hour, Number(field('m') ?? 0), Number(field('s') ?? 0), millis) -
        zone * 60_000);
}
/**
 * A reader of date texts in a `java.text.SimpleDateFormat` pattern, such as `yyyy-MM-dd'T'HH:mm:ssXXX`; epoch
 * milliseconds, in UTC when the text names no zone. Without a pattern it reads ISO 8601.
 */
export function dateReader(pattern) {
    if (pattern === undefined || pattern.trim() === '') {
        return (text) => {
            const time = Date.parse(text);
            return Number.isNaN(time) ? undefined : time;
        };
    }
    const compiled = compile(pattern);
    return (text) => read(compiled, text);
}
/** A time as EIC's tables show it: `2026-01-31 08:05:00`, in UTC. */
export function databaseDate(time) {
    return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
