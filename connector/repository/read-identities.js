import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { isObject } from '../json.js';
/** A file of identities that cannot be used. */
export class IdentitiesError extends Error {
    code;
    remedy;
    file;
    name = 'IdentitiesError';
    constructor(code, message, remedy, file) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.file = file;
    }
}
const REMEDY = 'Give a JSON array of objects, or CSV with a header line; "username" is needed, the other names are attributes of EIC users.';
/**
 * Reads the identities of the EIC side: a JSON array of objects, or CSV whose header names the attributes. Separators may be
 * commas, semicolons or tabs; an empty field is an attribute without a value.
 * @throws IdentitiesError for a file that cannot be read, is neither, lacks a username, or has one twice
 */
export async function readIdentities(file) {
    const text = await readFile(file, 'utf8').catch((error) => {
        throw new IdentitiesError('identities-unreadable', `${file} cannot be read: ${error.message}`, 'Check the path.', file);
    });
    const rows = /^\ufeff?\s*\[/.test(text) ? jsonRows(text, file) : csvRows(text, file);
    return checked(rows, file);
}
function jsonRows(text, file) {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch (error) {
        throw unusable(file, `it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
}
function csvRows(text, file) {
    const header = text.split(/\r?\n/, 1)[0] ?? '';
    const count = (separator) => header.split(separator).length;
    const [delimiter = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
    try {
        return parse(text, {
            bom: true,
            columns: true,
            delimiter,
            skip_empty_lines: true,
            trim: true,
            cast: (value, { header: inHeader }) => (value === '' && !inHeader ? null : value),
        });
    }
    catch (error) {
        if (error instanceof CsvError)
            throw unusable(file, error.message);
        throw error;
    }
}
function checked(rows, file) {
    const seen = new Map();
    for (const [at, row] of rows.entries()) {
        if (!isIdentity(row))
            throw unusable(file, `entry ${at + 1} has no username`);
        const first = seen.get(row.username);
        if (first !== undefined) {
            throw unusable(file, `entries ${first + 1} and ${at + 1} have the same username ${row.username}`);
        }
        seen.set(row.username, at);
    }
    return rows;
}
/** A username, and attributes that are values, not objects. */
function isIdentity(row) {
    return (isObject(row) &&
        typeof row.username === 'string' &&
        row.username !== '' &&
        Object.values(row).every((value) => typeof value !== 'object' || value === null));
}
function unusable(file, why) {
    return new IdentitiesError('identities-unusable', `${file} holds no identities: ${why}.`, REMEDY, file);
}
