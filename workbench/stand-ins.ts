import { type ConnectionPackage, type ConnectorDocument, readDocument } from '../connector/index.js';
import type { BringRequest } from './api.js';
import { uncoveredText } from './uncovered-text.js';

/** What a package was called, and which connector JSONs were brought that stand in for its own. */
export interface StandIns {
  readonly base: string;
  readonly names: readonly string[];
}

/** So many connector JSONs are named in the name of a package. */
const NAMED = 2;

/** What a package is called in which connector JSONs stand in for its own: `jama-connect + ImportAccountEntJSON`. */
export function standInName({ base, names }: StandIns): string {
  return names.length > NAMED ? `${base} + ${names.length} connector JSONs` : [base, ...names].join(' + ');
}

/**
 * The connector JSONs of files that are brought one by one, to stand in for those of the chosen package. Empty where the files are a
 * package by themselves: a folder, a zip, an export, or as many connector JSONs as the chosen package has.
 * @param read the files, read as a package
 */
export function standInsOf(
  { files, whole = false }: BringRequest,
  read: ConnectionPackage,
  chosen: ConnectionPackage,
): readonly ConnectorDocument[] {
  const brought = [...read.documents.values()].filter(({ file }) => files.some(({ name }) => name === file));
  const own = [...chosen.documents.values()].filter(({ state }) => state !== 'empty');
  return whole || brought.length >= own.length ? [] : brought;
}

/** A package with other texts for some of its connector JSONs. @throws EditProblem `secret-covered` */
export function withStandIns(
  source: ConnectionPackage,
  brought: readonly ConnectorDocument[],
): ConnectionPackage {
  const documents = new Map(source.documents);
  for (const { name, file, text } of brought) {
    const before = source.document(name);
    documents.set(
      name,
      readDocument({
        ...{ name, text: uncoveredText(text, before) },
        file: before.state === 'absent' ? file : before.file,
      }),
    );
  }
  return {
    ...source,
    documents,
    document: (wanted) => documents.get(wanted) ?? readDocument({ name: wanted, text: undefined }),
  };
}
