import { useCallback, useState } from 'preact/hooks';

/** A text that somebody is writing, and the package that it was begun on. */
export interface Draft {
  readonly package: string;
  readonly text: string;
}

/** The texts that are being written and not saved yet, by the name of their connector JSON. */
export interface Drafts {
  readonly of: (document: string) => Draft | undefined;
  readonly write: (document: string, draft: Draft) => void;
  readonly discard: (document: string) => void;
  /** One was saved, as another package: the others go on from there. */
  readonly saved: (document: string, from: string, to: string) => void;
}

/** Keeps what is being written as long as the page is open, whatever else is looked at. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const write = useCallback(
    (document: string, draft: Draft) => setDrafts((known) => new Map(known).set(document, draft)),
    [],
  );
  const discard = useCallback(
    (document: string) => setDrafts((known) => new Map([...known].filter(([name]) => name !== document))),
    [],
  );
  const saved = useCallback(
    (document: string, from: string, to: string) =>
      setDrafts(
        (known) =>
          new Map(
            [...known]
              .filter(([name]) => name !== document)
              .map(([name, draft]) => [name, draft.package === from ? { ...draft, package: to } : draft]),
          ),
      ),
    [],
  );
  return { of: (document) => drafts.get(document), write, discard, saved };
}
