/** One response as templates see it. Source: vendor's knowledge base (log text, observed). */
function bound(answer) {
    const message = answer.kind === 'json' ? (answer.body ?? null) : answer.text;
    return { message, responseText: message, statusCode: answer.status, headers: { ...answer.headers } };
}
/** @param access in access JSONs several calls share a name and are told apart by a count: Group1, Group2 */
export function newResponses(access, run) {
    const value = {};
    const counts = new Map();
    let added = 0;
    return {
        value,
        add(name, answer) {
            const response = bound(answer);
            if (!access) {
                value[name] = response;
                return;
            }
            const count = (counts.get(name) ?? 0) + 1;
            counts.set(name, count);
            added += 1;
            // One response alone is named by no later call.
            const form = added > 1 ? run.choose('accessResponseKey') : run.peek('accessResponseKey');
            if (form !== 'plain')
                value[`${name}${count}`] = response;
            if (form !== 'ordinal')
                value[name] = response;
        },
    };
}
