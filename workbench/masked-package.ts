import { type ConnectionPackage, readDocument } from '../connector/index.js';
import { maskedText } from './masked-text.js';

/** A package as it is shown: its secrets stay covered when it is taken away, and are given to EIC itself. */
export function maskedPackage(source: ConnectionPackage): ConnectionPackage {
  const documents = new Map(
    [...source.documents].map(([name, document]) => {
      const { file, origin } = document;
      const text = maskedText(document.text);
      return [name, text === document.text ? document : readDocument({ name, file, origin, text })];
    }),
  );
  return { ...source, documents };
}
