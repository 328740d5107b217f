import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { DOCUMENT_NAMES } from './names.js';
import { PackageError } from './package.js';
/** The texts that belong to the package itself: not the built-in connection. */
function ownTexts(source) {
    const texts = new Map();
    for (const [name, document] of source.documents) {
        if (document.origin !== 'default' && document.state !== 'absent')
            texts.set(name, document.text);
    }
    return texts;
}
/** `2026-01-05_08-00-00(UTC)`, as EIC stamps its files. */
function stamp(now) {
    return `${new Date(now).toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-')}(UTC)`;
}
/**
 * A package as an EIC transport zip: one connection with all REST attributes, each text exactly as it is.
 * Source: transport exports of EIC (observed). A ConnectionJSON goes in as plain text; EIC encrypts it on import.
 * @param now epoch milliseconds, for the names of the files
 */
export function packTransport(source, now, name = source.name) {
    const texts = ownTexts(source);
    const connection = {
        connectionname: name,
        connectiondescription: '',
        externalconnectiontype: 'REST',
        status: 1,
        templateName: name,
        EXTERNAL_ATTR: DOCUMENT_NAMES.map((attributename) => ({
            attributename,
            encryptedattributevalue: texts.get(attributename) ?? null,
            formdata: null,
            credentialSaveStatus: false,
        })),
    };
    const summary = {
        Objects: { connection: [name] },
        Information: { 'Exported On': new Date(now).toISOString() },
    };
    const json = (value) => strToU8(JSON.stringify(value, null, 2));
    return zipSync({
        [`Connection_${stamp(now)}.json`]: json({ [name]: connection }),
        [`ObjectSummary_${stamp(now)}.json`]: json(summary),
    });
}
/**
 * Writes the connector JSONs of a package as `<Name>.json` files; empty ones are left out.
 * @returns the names of the files
 * @throws PackageError when the folder has files in it already
 */
export async function unpackToFolder(source, folder) {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) {
        throw new PackageError('folder-not-empty', `${folder} has files in it.`, 'Name a folder that is new or empty.', folder);
    }
    const files = [];
    for (const [name, text] of ownTexts(source)) {
        if (text.trim() === '')
            continue;
        await writeFile(join(folder, `${name}.json`), text);
        files.push(`${name}.json`);
    }
    return files;
}
