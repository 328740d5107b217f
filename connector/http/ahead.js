import { setImmediate as turn } from 'node:timers/promises';
/**
 * Asks for the next item while the current one is being worked on. At most one item is under way, so the order of
 * requests stays what it was; a consumer that stops early waits for the one under way.
 */
export async function* ahead(source) {
    let pending = source.next();
    try {
        for (;;) {
            const { done, value } = await pending;
            if (done === true)
                return;
            pending = source.next();
            // The failure is thrown when its turn comes; until then it must not count as unhandled.
            pending.catch(() => undefined);
            // The next request is on its way before the work on this item keeps the thread busy.
            await turn();
            yield value;
        }
    }
    finally {
        await pending.catch(() => undefined);
        await source.return(undefined);
    }
}
