import { isObject, textOf } from '../json.js';
/**
 * The connections in a transport JSON: `{ "<name>": { EXTERNAL_ATTR: [{ attributename, encryptedattributevalue }] } }`.
 * Source: EIC transport exports (observed).
 */
export function transportConnections(value) {
    if (!isObject(value))
        return [];
    return Object.entries(value).flatMap(([name, connection]) => {
        if (!isObject(connection) || !Array.isArray(connection.EXTERNAL_ATTR))
            return [];
        const texts = new Map();
        for (const attribute of connection.EXTERNAL_ATTR) {
            if (!isObject(attribute) || typeof attribute.attributename !== 'string')
                continue;
            texts.set(attribute.attributename, textOf(attribute.encryptedattributevalue) ?? null);
        }
        return [{ name, type: textOf(connection.externalconnectiontype), texts }];
    });
}
