import { isObject, type JsonValue, textOf } from '../json.js';

/** One connection of a transport export: its attributes by name; a null text is an attribute without one. */
export interface TransportConnection {
  readonly name: string;
  readonly type: string | undefined;
  readonly texts: ReadonlyMap<string, string | null>;
}

/**
 * The connections in a transport JSON: `{ "<name>": { EXTERNAL_ATTR: [{ attributename, encryptedattributevalue }] } }`.
 * Source: EIC transport exports (observed).
 */
export function transportConnections(value: JsonValue): TransportConnection[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, connection]) => {
    if (!isObject(connection) || !Array.isArray(connection.EXTERNAL_ATTR)) return [];
    const texts = new Map<string, string | null>();
    for (const attribute of connection.EXTERNAL_ATTR) {
      if (!isObject(attribute) || typeof attribute.attributename !== 'string') continue;
      texts.set(attribute.attributename, textOf(attribute.encryptedattributevalue) ?? null);
    }
    return [{ name, type: textOf(connection.externalconnectiontype), texts }];
  });
}
