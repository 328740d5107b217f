import { ahead } from '../http/ahead.js';
import { readPages } from '../http/pages.js';
import { problem } from '../problem.js';
/** An empty staging whose records are told apart by a column. */
export function newStaging(keyColumn) {
    return { records: new Map(), keyColumn, received: 0, dropped: 0, calls: 0 };
}
function droppedRecord(at, column) {
    return problem({
        code: 'record-without-key',
        message: `A record has no value in the key column ${column}; it is left out.`,
        remedy: 'Map a field that every record has to the key column.',
        document: at.document,
        pointer: `${at.pointer}/keyField`,
        assumptions: ['record-without-key'],
    });
}
function duplicateRecord(at, column, key) {
    return problem({
        code: 'record-key-twice',
        message: `Several records have ${key} in the key column ${column}; the last one counts.`,
        remedy: 'Map a field that is unique to the key column, or mend the paging that brings records twice.',
        document: at.document,
        pointer: `${at.pointer}/keyField`,
        assumptions: ['duplicate-key'],
    });
}
/** Puts one record among the staged ones. `owner`: the record a dependent call was made for. */
export function stage(staging, call, record, context, finish, owner) {
    staging.received += 1;
    const columns = call.columns.map(record);
    finish(record, columns, call);
    const key = columns[call.keyColumn];
    if (owner !== undefined && (key === null || key === undefined || key === '')) {
        mergeInto(owner, columns, call);
        return;
    }
    if (key === null || key === undefined || key === '') {
        staging.dropped += 1;
        context.run.rely('record-without-key');
        context.run.warn(droppedRecord(call.at, call.keyColumn));
        return;
    }
    const known = staging.records.get(key);
    if (known === undefined) {
        staging.records.set(key, { columns, statusTexts: call.statusTexts, call });
        return;
    }
    if (!call.dependent && known.call === call) {
        context.run.rely('duplicate-key');
        context.run.warn(duplicateRecord(call.at, call.keyColumn, key));
    }
    mergeInto(known, columns, call);
}
/** Columns of a later call take the place of earlier ones; an empty value does not. */
function mergeInto(record, columns, call) {
    for (const [name, value] of Object.entries(columns)) {
        if (value !== null || record.columns[name] === undefined)
            record.columns[name] = value;
    }
    record.statusTexts ??= call.statusTexts;
}
/** Runs one call and stages what it brings. `values`: what its templates may name. */
export async function collect(staging, call, context, given) {
    const pages = readPages(call, { run: context.run, target: context.target, values: given.values });
    for await (const page of ahead(pages)) {
        staging.calls += 1;
        for (const record of page.records)
            stage(staging, call, record, context, given.finish, given.owner);
        context.progress({
            what: given.what,
            records: staging.received,
            calls: staging.calls,
            total: page.total,
        });
    }
}
