import { ahead } from '../http/ahead.js';
import { type Page, type PagedCall, readPages } from '../http/pages.js';
import type { JsonValue } from '../json.js';
import { columnText, type Path } from '../mapping/path.js';
import type { ImportContext } from './context.js';

/** A page of elements, and the record its call was made for. */
export interface OwnedPage<Owner> {
  readonly owner: Owner;
  readonly page: Page;
}

/** What has been read so far. */
export interface Tally {
  received: number;
  calls: number;
}

/** Makes the call for each owner in turn. */
export async function* pagesFor<Owner>(
  call: PagedCall,
  owners: Iterable<Owner>,
  valuesOf: (owner: Owner) => Readonly<Record<string, unknown>>,
  context: ImportContext,
): AsyncGenerator<OwnedPage<Owner>> {
  const { run, target } = context;
  for (const owner of owners) {
    for await (const page of readPages(call, { run, target, values: valuesOf(owner) })) yield { owner, page };
  }
}

/** Hands out the elements of the pages one by one, with the record their call was made for. */
export async function readElements<Owner>(
  pages: AsyncGenerator<OwnedPage<Owner>>,
  tally: Tally,
  what: string,
  context: ImportContext,
  take: (element: JsonValue, owner: Owner) => void,
): Promise<void> {
  for await (const { owner, page } of ahead(pages)) {
    tally.calls += 1;
    tally.received += page.records.length;
    for (const element of page.records) take(element, owner);
    context.progress({ what, records: tally.received, calls: tally.calls });
  }
}

/**
 * Calls back for each id at a path of an element; an element that is an id itself has the empty path.
 * @returns false when the element has nothing at the path, not even an empty list or null
 */
export function eachId(path: Path, element: JsonValue, take: (id: string) => void): boolean {
  const value = path.read(element);
  if (value === undefined) return false;
  if (Array.isArray(value)) {
    for (const one of value) {
      const id = columnText(one);
      if (id !== null) take(id);
    }
    return true;
  }
  const id = columnText(value);
  if (id !== null) take(id);
  return true;
}
