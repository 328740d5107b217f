import { type ConnectionPackage, type ConnectorDocument, readDocument } from '../../connector/index.js';
import type { Telling } from './telling.js';

/** A package as text, the form in which it goes from thread to thread. */
export interface PackageText {
  readonly name: string;
  readonly source: string;
  readonly documents: readonly Pick<ConnectorDocument, 'name' | 'file' | 'text' | 'origin'>[];
}

/** What a thread is asked: to tell a scenario of the package it was given last. */
export interface Question {
  readonly package?: PackageText;
  readonly scenario: string;
}

/** What it showed, or what went wrong in the telling itself. */
export type Answer = { readonly telling: Telling } | { readonly failure: unknown };

/** The text of a package. */
export function packageText({ name, source, documents }: ConnectionPackage): PackageText {
  const texts = [...documents.values()].map(({ name: of, file, text, origin }) => ({
    name: of,
    file,
    text,
    origin,
  }));
  return { name, source, documents: texts };
}

/** The package of a text. */
export function packageOf({ name, source, documents: texts }: PackageText): ConnectionPackage {
  const documents = new Map(texts.map((one) => [one.name, readDocument(one)]));
  const document = (wanted: string) =>
    documents.get(wanted) ?? readDocument({ name: wanted, text: undefined });
  return { name, source, documents, document };
}
