import type { ConnectorDocument } from '../../connector/index.js';
import { type ConnectionPackage, isObject, type JsonValue, pointerTo } from '../../connector/index.js';

/** A URL as a connector JSON has it, and where. */
export interface FoundUrl {
  readonly document: ConnectorDocument;
  readonly pointer: string;
  readonly url: string;
}

/** Every text under a key `url` in a package, in calls as in authentications. */
export function foundUrls(connectionPackage: ConnectionPackage): FoundUrl[] {
  return [...connectionPackage.documents.values()].flatMap((document) =>
    within(document, document.value ?? null, ''),
  );
}

function within(document: ConnectorDocument, value: JsonValue, pointer: string): FoundUrl[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => within(document, item, pointerTo(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = pointerTo(pointer, key);
    return key === 'url' && typeof child === 'string'
      ? [{ document, pointer: at, url: child }]
      : within(document, child ?? null, at);
  });
}
