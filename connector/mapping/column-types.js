import { databaseDate, dateReader } from './date-format.js';
import { columnText } from './path.js';
function truth(value) {
    if (typeof value === 'boolean')
        return value;
    if (value === 1 || /^(true|1|yes|y|active)$/i.test(String(value)))
        return true;
    if (value === 0 || /^(false|0|no|n|inactive)$/i.test(String(value)))
        return false;
    return undefined;
}
const bool = (inverse) => (value) => {
    if (value === undefined || value === null)
        return null;
    const found = truth(Array.isArray(value) ? value.length > 0 : value);
    return found === undefined ? undefined : String(found !== inverse);
};
const int = (value) => {
    if (value === undefined || value === null || value === '')
        return null;
    const number = Number(value);
    return Number.isFinite(number) ? String(Math.trunc(number)) : undefined;
};
/** Epoch seconds or milliseconds, told apart by size (a second count stays under 1e11 until the year 5138). */
const epochDate = (value) => {
    if (value === undefined || value === null || value === '')
        return null;
    const number = Number(value);
    if (!Number.isFinite(number))
        return undefined;
    return databaseDate(Math.abs(number) < 1e11 ? number * 1000 : number);
};
const listAsString = (value) => Array.isArray(value) ? value.map((element) => columnText(element) ?? '').join(',') : columnText(value);
const json = (value) => (value === undefined || value === null ? null : JSON.stringify(value));
/** Types that only third parties describe; a run that maps one relies on `map-type`. */
export const INFERRED_TYPES = new Set([
    'listAsString',
    'boolList',
    'boolListInverse',
    'json',
    'ufjson',
    'ufchar',
]);
/**
 * The column type of that name; undefined for an unknown one.
 * @param dateFormat the `SimpleDateFormat` pattern of `globalSettings.dateFormat` or `dateFormat`
 */
export function columnType(name, dateFormat) {
    const readDate = dateReader(dateFormat);
    const types = {
        char: columnText,
        ufchar: columnText,
        int,
        bool: bool(false),
        boolList: bool(false),
        boolListInverse: bool(true),
        listAsString,
        json,
        ufjson: json,
        epochdate: epochDate,
        date: (value) => {
            const text = columnText(value);
            if (text === null || text === '')
                return null;
            const time = readDate(text);
            return time === undefined ? undefined : databaseDate(time);
        },
    };
    return Object.hasOwn(types, name) ? types[name] : undefined;
}
