import { templateText } from '../http/template-text.js';
import { isObject, pointerTo } from '../json.js';
import { problem } from '../problem.js';
import { createBindings } from '../template/index.js';
import { columnType, INFERRED_TYPES } from './column-types.js';
import { compilePath } from './path.js';
const MARK = '~#~';
const CONSTANT = '#CONST#';
const STORE = 'STORE#ACC#ENT#MAPPINGINFO';
function lineOf(at, column, text) {
    const cut = text.lastIndexOf(MARK);
    const left = cut < 0 ? text : text.slice(0, cut);
    const type = cut < 0 ? 'char' : text.slice(cut + MARK.length).trim();
    return {
        at: { ...at, pointer: pointerTo(at.pointer, column) },
        name: column.trim().toLowerCase(),
        left: left.trim(),
        type,
    };
}
function constantColumn(line, environment) {
    const text = line.left.slice(CONSTANT.length);
    const template = templateText(line.at, text, text.includes('${'));
    if (!template.live)
        return { name: line.name, read: () => text };
    return {
        name: line.name,
        read: (record) => template.render(createBindings({ response: record }), environment),
    };
}
function pathColumn(line, dateFormat, run) {
    const path = compilePath(line.left);
    const type = columnType(line.type, dateFormat);
    if (type === undefined) {
        run.warn(problem({
            code: 'column-type-unknown',
            message: `${line.type} is no column type; the value is stored as text.`,
            remedy: 'Use char, date, epochdate, bool, int or listAsString.',
            ...line.at,
        }));
    }
    if (INFERRED_TYPES.has(line.type))
        run.rely('map-type');
    const store = type ?? columnType('char', undefined);
    const throughList = () => run.choose('pathThroughList');
    return {
        name: line.name,
        read(record) {
            let spread = false;
            const value = path.read(record, () => {
                spread = true;
            });
            if (spread && throughList() === 'null')
                return null;
            if (typeof value === 'object' &&
                value !== null &&
                line.type === 'char' &&
                run.choose('objectText') === 'null') {
                return null;
            }
            const stored = store?.(value);
            if (stored !== undefined)
                return stored;
            run.warn(problem({
                code: 'value-not-read',
                message: `${JSON.stringify(value)} at ${path.text} cannot be read as ${line.type}; the column stays empty.`,
                remedy: line.type === 'date'
                    ? 'Give the format of the dates in globalSettings.dateFormat, or map the value as char.'
                    : 'Map the value as char, or mend the path.',
                ...line.at,
            }));
            return null;
        },
    };
}
/**
 * Compiles a colsToPropsMap; `<path>~#~<type>`, `#CONST#<text or template>~#~<type>` and STORE#ACC#ENT#MAPPINGINFO.
 * In a template `response` is the record. Source: connector handbook (documented), published packages.
 * @param at where the map stands
 */
export function compileColumns(map, at, given) {
    const entries = Object.entries(isObject(map) ? map : {});
    const columns = [];
    const stores = [];
    for (const [name, text] of entries) {
        if (typeof text !== 'string')
            continue;
        const line = lineOf(at, name, text);
        if (line.left.startsWith(STORE))
            stores.push(line.name);
        else if (line.left.startsWith(CONSTANT))
            columns.push(constantColumn(line, given.environment));
        else if (!line.left.startsWith('STORE#'))
            columns.push(pathColumn(line, given.dateFormat, given.run));
    }
    return {
        names: [...columns.map(({ name }) => name), ...stores],
        stores,
        map(record) {
            const mapped = {};
            for (const column of columns)
                mapped[column.name] = column.read(record);
            return mapped;
        },
    };
}
