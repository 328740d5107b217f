import { readFile } from 'node:fs/promises';
import { Low, Memory } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { isObject } from '../json.js';
/** A repository file that cannot be used. */
export class RepositoryError extends Error {
    code;
    remedy;
    file;
    name = 'RepositoryError';
    constructor(code, message, remedy, file) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.file = file;
    }
}
/** What every file has; lists that came later may be missing in an older one. */
const LISTS = ['identities', 'accounts', 'entitlements', 'links', 'tasks', 'jobs'];
/** A repository with nothing in it. */
export function emptyData() {
    return {
        identities: [],
        accounts: [],
        entitlements: [],
        links: [],
        owners: [],
        maps: [],
        requests: [],
        tasks: [],
        jobs: [],
    };
}
/** Keeps the data in memory only. */
export function memoryStorage() {
    return new Low(new Memory(), emptyData());
}
async function checked(file) {
    const text = await readFile(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw new RepositoryError('repository-unreadable', `${file} cannot be read: ${error.message}.`, 'Check that the file may be read.', file);
    });
    if (text === undefined || text.trim() === '')
        return;
    const notOurs = (why) => new RepositoryError('repository-not-ours', `${file} holds no EIC side: ${why}.`, 'Name a file that this tool wrote, or one that does not exist yet.', file);
    try {
        const value = JSON.parse(text);
        const missing = LISTS.find((name) => !isObject(value) || !Array.isArray(value[name]));
        if (missing !== undefined)
            throw notOurs(`it has no list ${missing}`);
    }
    catch (error) {
        throw error instanceof RepositoryError ? error : notOurs('it is not JSON');
    }
}
/**
 * Keeps the data in one JSON file, written as a whole beside it and then renamed.
 * @throws RepositoryError when the file holds something else
 */
export async function fileStorage(file) {
    await checked(file);
    const storage = new Low(new JSONFile(file), emptyData());
    await storage.read();
    storage.data = { ...emptyData(), ...storage.data };
    return storage;
}
