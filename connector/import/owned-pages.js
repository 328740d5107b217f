import { ahead } from '../http/ahead.js';
import { readPages } from '../http/pages.js';
import { columnText } from '../mapping/path.js';
/** Makes the call for each owner in turn. */
export async function* pagesFor(call, owners, valuesOf, context) {
    const { run, target } = context;
    for (const owner of owners) {
        for await (const page of readPages(call, { run, target, values: valuesOf(owner) }))
            yield { owner, page };
    }
}
/** Hands out the elements of the pages one by one, with the record their call was made for. */
export async function readElements(pages, tally, what, context, take) {
    for await (const { owner, page } of ahead(pages)) {
        tally.calls += 1;
        tally.received += page.records.length;
        for (const element of page.records)
            take(element, owner);
        context.progress({ what, records: tally.received, calls: tally.calls });
    }
}
/** Calls back for each id at a path of an element; an element that is an id itself has the empty path. */
export function eachId(path, element, take) {
    const value = path.read(element);
    if (Array.isArray(value)) {
        for (const one of value) {
            const id = columnText(one);
            if (id !== null)
                take(id);
        }
        return;
    }
    const id = columnText(value);
    if (id !== null)
        take(id);
}
