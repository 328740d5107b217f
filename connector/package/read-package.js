import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isObject } from '../json.js';
import { defaultConnection } from './default-connection.js';
import { nameInFile, nameOfFile } from './names.js';
import { PackageError } from './package.js';
import { readDocument } from './read-document.js';
import { transportConnections } from './transport.js';
import { jsonFilesInZip } from './zip.js';
const FILE_LIMIT = 16_000_000;
async function bytesOf(path, what) {
    const info = await stat(path).catch((error) => {
        throw new PackageError(error.code === 'ENOENT' ? `${what}-not-found` : `${what}-unreadable`, error.code === 'ENOENT' ? `There is no ${path}.` : `${path} cannot be read: ${error.message}.`, 'Give the path of a folder of connector JSONs, an EIC transport zip, a transport JSON or one connector JSON.', path);
    });
    if (info.size > FILE_LIMIT) {
        throw new PackageError(`${what}-too-large`, `${path} has ${Math.round(info.size / 1e6)} MB; a connection package has at most ${FILE_LIMIT / 1e6} MB.`, 'Give the package that EIC exported.', path);
    }
    return readFile(path).catch((error) => {
        throw new PackageError(`${what}-unreadable`, `${path} cannot be read: ${error.message}.`, 'Check that the file may be read.', path);
    });
}
function ofTransport(found, path, wanted) {
    const names = found.map(({ name }) => name).join(', ');
    const chosen = wanted === undefined ? found : found.filter(({ name }) => name === wanted);
    const [connection, second] = chosen;
    if (connection === undefined || second !== undefined) {
        throw new PackageError(connection === undefined ? 'package-no-connection' : 'package-many-connections', connection === undefined
            ? `There is no connection ${wanted ?? ''} in it${names === '' ? '' : `; it has ${names}`}.`
            : `It holds several connections: ${names}.`, connection === undefined ? 'Export the connection in EIC (Admin, Transport).' : 'Name the one to use.', path);
    }
    if (connection.type !== undefined && connection.type.toUpperCase() !== 'REST') {
        throw new PackageError('package-not-rest', `The connection ${connection.name} is of type ${connection.type}.`, 'Give a connection of type REST: other types have other JSONs.', path);
    }
    const documents = new Map();
    for (const [name, text] of connection.texts)
        documents.set(name, readDocument({ name, text: text ?? '' }));
    return { name: connection.name, documents };
}
function parsed(text) {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch {
        return undefined;
    }
}
/** The connector JSON that a value looks like, by its top keys. */
function nameOfValue(value) {
    if (!isObject(value))
        return undefined;
    if (isObject(value.authentications))
        return 'ConnectionJSON';
    if (isObject(value.accountParams) || isObject(value.entitlementParams))
        return 'ImportAccountEntJSON';
    if (isObject(value.statusAndThresholdConfig))
        return 'STATUS_THRESHOLD_CONFIG';
    return undefined;
}
function ofJsonFile(text, path, wanted) {
    const value = parsed(text);
    const transport = value === undefined ? [] : transportConnections(value);
    if (transport.length > 0)
        return ofTransport(transport, path, wanted);
    const file = basename(path);
    const name = nameInFile(file) ?? nameOfValue(value);
    if (name !== undefined) {
        return {
            name: file.replace(/\.json$/i, ''),
            documents: new Map([[name, readDocument({ name, file, text })]]),
        };
    }
    const why = readDocument({ name: file, text }).problem;
    throw new PackageError(value === undefined ? 'package-not-json' : 'package-no-connection', value === undefined
        ? `It is neither a zip nor JSON${why ? `: line ${why.line}, column ${why.column}: ${why.message}` : ''}.`
        : 'It holds no connection: neither a transport export nor a connector JSON.', 'Give an EIC transport export, or a file named after its connector JSON, such as CreateAccountJSON.json.', path);
}
async function ofFolder(path, wanted) {
    const documents = new Map();
    const exports = [];
    for (const file of (await readdir(path)).sort()) {
        if (!/\.json$/i.test(file))
            continue;
        const name = nameOfFile(file);
        const text = (await bytesOf(join(path, file), 'package')).toString('utf8');
        if (name !== undefined)
            documents.set(name, readDocument({ name, file, text }));
        else
            exports.push(...transportConnections(parsed(text) ?? null));
    }
    if (documents.size > 0)
        return { name: basename(resolve(path)), documents };
    if (exports.length > 0)
        return ofTransport(exports, path, wanted);
    throw new PackageError('package-no-connection', 'The folder holds no connector JSON.', 'Name the files after their connector JSONs, such as ImportAccountEntJSON.json, or give the transport zip.', path);
}
async function contentOf(path, wanted) {
    const info = await stat(path).catch(() => undefined);
    if (info?.isDirectory())
        return ofFolder(path, wanted);
    const bytes = await bytesOf(path, 'package');
    if (bytes.subarray(0, 2).toString('latin1') !== 'PK')
        return ofJsonFile(bytes.toString('utf8'), path, wanted);
    const found = [...jsonFilesInZip(bytes, path).values()].flatMap((text) => transportConnections(parsed(text) ?? null));
    return ofTransport(found, path, wanted);
}
async function connectionOf(content, file) {
    const name = 'ConnectionJSON';
    if (file !== undefined) {
        const text = (await bytesOf(file, 'connection')).toString('utf8');
        return readDocument({ name, file: basename(file), text, origin: 'file' });
    }
    const own = content.documents.get(name);
    if (own?.state === 'ok' || own?.state === 'invalid')
        return own;
    const texts = [...content.documents.values()].map(({ text }) => text);
    return readDocument({ name, text: defaultConnection(texts), origin: 'default' });
}
/**
 * Reads a connection package: a folder of `<Name>.json` files, an EIC transport zip, a transport JSON, or one connector
 * JSON. Without a readable ConnectionJSON a built-in one for Jama is used; its `origin` is `default`.
 * @throws PackageError when nothing in it can be used
 */
export async function readPackage(path, options = {}) {
    const content = await contentOf(path, options.name);
    const documents = new Map(content.documents);
    documents.set('ConnectionJSON', await connectionOf(content, options.connection));
    return {
        name: content.name,
        source: path,
        documents,
        document: (name) => documents.get(name) ?? readDocument({ name, text: undefined }),
    };
}
