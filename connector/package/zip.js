import { strFromU8, unzipSync } from 'fflate';
import { PackageError } from './package.js';
/** A transport zip holds two small JSON files; anything near these limits is something else. */
export const ZIP_LIMITS = { entries: 200, entryBytes: 16_000_000, totalBytes: 48_000_000 };
/** The JSON files in a zip, by name. Throws PackageError for a broken zip or one beyond the limits. */
export function jsonFilesInZip(bytes, file) {
    let entries = 0;
    let total = 0;
    const tooLarge = () => new PackageError('package-zip-too-large', `The zip holds more than a connection package can: the limits are ${ZIP_LIMITS.entries} files and ${ZIP_LIMITS.totalBytes / 1e6} MB unpacked.`, 'Give the zip that EIC exported (Admin, Transport, Export Package), nothing added.', file);
    try {
        const unpacked = unzipSync(bytes, {
            filter(entry) {
                entries += 1;
                if (entries > ZIP_LIMITS.entries)
                    throw tooLarge();
                if (!/\.json$/i.test(entry.name) || /(^|\/)(__MACOSX\/|\._)/.test(entry.name))
                    return false;
                total += entry.originalSize;
                if (entry.originalSize > ZIP_LIMITS.entryBytes || total > ZIP_LIMITS.totalBytes)
                    throw tooLarge();
                return true;
            },
        });
        return new Map(Object.entries(unpacked).map(([name, content]) => [name, strFromU8(content)]));
    }
    catch (error) {
        if (error instanceof PackageError)
            throw error;
        throw new PackageError('package-zip-broken', `The zip cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`, 'Download or export it again; a zip that was mailed or cut off is often broken.', file);
    }
}
