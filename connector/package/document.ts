import type { JsonValue } from '../json.js';

/** Where something stands in a connector JSON. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  readonly document: string;
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Why a text is not JSON, and where. `offset` counts UTF-16 code units from 0. */
export interface JsonProblem {
  readonly message: string;
  readonly remedy: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A key that stands more than once in the same object; the last one is the one that counts. */
export interface DuplicateKey {
  readonly pointer: string;
  readonly key: string;
  readonly place: Place;
  readonly firstPlace: Place;
}

/**
 * `encrypted`: an export holds ConnectionJSON only as cipher text. `empty`: there, without text.
 * `invalid`: not JSON, see `problem`.
 */
export type DocumentState = 'ok' | 'absent' | 'empty' | 'encrypted' | 'invalid';

/** One connector JSON of a connection package, with the place of everything in it. */
export interface ConnectorDocument {
  /** The connector JSON's name, such as `ImportAccountEntJSON`. */
  readonly name: string;
  /** What to show people: the file name in a folder, else the connector JSON's name. */
  readonly file: string;
  /** The text, exactly as it was stored. */
  readonly text: string;
  readonly state: DocumentState;
  /** `default` for the connection that is built in because the package has none that can be read. */
  readonly origin: 'package' | 'file' | 'default';
  readonly value: JsonValue | undefined;
  readonly problem?: JsonProblem;
  readonly duplicateKeys: readonly DuplicateKey[];
  /**
   * The place of a value (or its key). Of a value that is missing: its own pointer, at the key of the nearest ancestor
   * that is there.
   */
  place(pointer: string, part?: 'value' | 'key'): Place;
  /** The place of a part of a string value; offsets are those of the decoded string. */
  placeInString(pointer: string, start: number, end: number): Place;
}
