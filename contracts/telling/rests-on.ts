import type { ConnectionPackage, ConnectorDocument } from '../../connector/index.js';

/** A package that keeps a list of the connector JSONs that somebody asked it for. */
export interface WatchedPackage {
  readonly package: ConnectionPackage;
  /** Their names, sorted. */
  asked(): string[];
}

/** Watches which connector JSONs of a package are read. */
export function watched(connectionPackage: ConnectionPackage): WatchedPackage {
  const asked = new Set<string>();
  const { name, source, documents } = connectionPackage;
  const document = (wanted: string): ConnectorDocument => {
    asked.add(wanted);
    return connectionPackage.document(wanted);
  };
  return { package: { name, source, documents, document }, asked: () => [...asked].sort() };
}

/** What some connector JSONs of a package say; where they say it makes no difference. The same text for the same content. */
export function contentOf(connectionPackage: ConnectionPackage, names: readonly string[]): string {
  return names.map((name) => contentOfDocument(connectionPackage.document(name))).join('\n');
}

const contents = new WeakMap<ConnectorDocument, string>();

function contentOfDocument(document: ConnectorDocument): string {
  const known = contents.get(document);
  if (known !== undefined) return known;
  const { name, state, origin, value, problem } = document;
  const content = JSON.stringify([name, state, origin, value, problem?.message]);
  contents.set(document, content);
  return content;
}
