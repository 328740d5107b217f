import type { JsonValue } from '../json.js';
import { databaseDate, dateReader } from './date-format.js';
import { columnText } from './path.js';

/** Turns the value at a path into what the column stores; undefined: the value does not fit the type. */
export type ColumnType = (value: JsonValue | undefined) => string | null | undefined;

function truth(value: JsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 1 || /^(true|1|yes|y|active)$/i.test(String(value))) return true;
  if (value === 0 || /^(false|0|no|n|inactive)$/i.test(String(value))) return false;
  return undefined;
}

const bool =
  (inverse: boolean): ColumnType =>
  (value) => {
    if (value === undefined || value === null) return null;
    const found = truth(Array.isArray(value) ? value.length > 0 : value);
    return found === undefined ? undefined : String(found !== inverse);
  };

const int: ColumnType = (value) => {
  if (value === undefined || value === null || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? String(Math.trunc(number)) : undefined;
};

/** Epoch seconds or milliseconds, told apart by size (a second count stays under 1e11 until the year 5138). */
const epochDate: ColumnType = (value) => {
  if (value === undefined || value === null || value === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  return databaseDate(Math.abs(number) < 1e11 ? number * 1000 : number);
};

const listAsString: ColumnType = (value) =>
  Array.isArray(value) ? value.map((element) => columnText(element) ?? '').join(',') : columnText(value);

const json: ColumnType = (value) => (value === undefined || value === null ? null : JSON.stringify(value));

/** Types that only third parties describe; a run that maps one relies on `map-type`. */
export const INFERRED_TYPES: ReadonlySet<string> = new Set([
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
export function columnType(name: string, dateFormat: string | undefined): ColumnType | undefined {
  const readDate = dateReader(dateFormat);
  const types: Readonly<Record<string, ColumnType>> = {
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
      if (text === null || text === '') return null;
      const time = readDate(text);
      return time === undefined ? undefined : databaseDate(time);
    },
  };
  return Object.hasOwn(types, name) ? types[name] : undefined;
}
