import type { ConnectorDocument } from './document.js';

/** A connection package: the connector JSONs of one EIC connection. */
export interface ConnectionPackage {
  readonly name: string;
  /** The path it was read from, as it was given. */
  readonly source: string;
  readonly documents: ReadonlyMap<string, ConnectorDocument>;
  /** The connector JSON of that name; one with state `absent` when the package has none. */
  document(name: string): ConnectorDocument;
}

/** A package that cannot be used, with the file at fault and what to do. */
export class PackageError extends Error {
  override readonly name = 'PackageError';

  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly file: string,
  ) {
    super(message);
  }
}
