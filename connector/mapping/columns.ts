import type { At } from '../failure.js';
import { templateText } from '../http/template-text.js';
import { isObject, type JsonObject, type JsonValue, pointerTo } from '../json.js';
import { problem } from '../problem.js';
import type { Run } from '../run.js';
import { createBindings, type TemplateEnvironment } from '../template/index.js';
import { columnType, INFERRED_TYPES } from './column-types.js';
import { compilePath } from './path.js';

/** One line of a colsToPropsMap, compiled. Column names are lower case. */
interface Column {
  readonly name: string;
  read(record: JsonValue): string | null;
}

/** A colsToPropsMap, compiled: what a record becomes. */
export interface ColumnMap {
  readonly names: readonly string[];
  /** The columns that keep the link information of a record (STORE#ACC#ENT#MAPPINGINFO). */
  readonly stores: readonly string[];
  map(record: JsonValue): Record<string, string | null>;
}

const MARK = '~#~';
const CONSTANT = '#CONST#';
const STORE = 'STORE#ACC#ENT#MAPPINGINFO';

interface Line {
  readonly at: At;
  readonly name: string;
  readonly left: string;
  readonly type: string;
}

function lineOf(at: At, column: string, text: string): Line {
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

function constantColumn(line: Line, environment: TemplateEnvironment): Column {
  const text = line.left.slice(CONSTANT.length);
  const template = templateText(line.at, text, text.includes('${'));
  if (!template.live) return { name: line.name, read: () => text };
  return {
    name: line.name,
    read: (record) => template.render(createBindings({ response: record }), environment),
  };
}

function pathColumn(line: Line, dateFormat: string | undefined, run: Run): Column {
  const path = compilePath(line.left);
  const type = columnType(line.type, dateFormat);
  if (type === undefined) {
    run.warn(
      problem({
        code: 'column-type-unknown',
        message: `${line.type} is no column type; the value is stored as text.`,
        remedy: 'Use char, date, epochdate, bool, int or listAsString.',
        ...line.at,
      }),
    );
  }
  if (INFERRED_TYPES.has(line.type)) run.rely('map-type');
  const store = type ?? columnType('char', undefined);
  const throughList = () => run.choose('pathThroughList');
  return {
    name: line.name,
    read(record) {
      let spread = false;
      const value = path.read(record, () => {
        spread = true;
      });
      if (spread && throughList() === 'null') return null;
      if (
        typeof value === 'object' &&
        value !== null &&
        line.type === 'char' &&
        run.choose('objectText') === 'null'
      ) {
        return null;
      }
      const stored = store?.(value);
      if (stored !== undefined) return stored;
      run.warn(
        problem({
          code: 'value-not-read',
          message: `${JSON.stringify(value)} at ${path.text} cannot be read as ${line.type}; the column stays empty.`,
          remedy:
            line.type === 'date'
              ? 'Give the format of the dates in globalSettings.dateFormat, or map the value as char.'
              : 'Map the value as char, or mend the path.',
          ...line.at,
        }),
      );
      return null;
    },
  };
}

/**
 * Compiles a colsToPropsMap; `<path>~#~<type>`, `#CONST#<text or template>~#~<type>` and STORE#ACC#ENT#MAPPINGINFO.
 * In a template `response` is the record. Source: connector handbook (documented), published packages.
 * @param at where the map stands
 */
export function compileColumns(
  map: JsonValue | undefined,
  at: At,
  given: { run: Run; environment: TemplateEnvironment; dateFormat?: string | undefined },
): ColumnMap {
  const entries = Object.entries(isObject(map) ? map : ({} as JsonObject));
  const columns: Column[] = [];
  const stores: string[] = [];
  for (const [name, text] of entries) {
    if (typeof text !== 'string') continue;
    const line = lineOf(at, name, text);
    if (line.left.startsWith(STORE)) stores.push(line.name);
    else if (line.left.startsWith(CONSTANT)) columns.push(constantColumn(line, given.environment));
    else if (!line.left.startsWith('STORE#')) columns.push(pathColumn(line, given.dateFormat, given.run));
  }
  return {
    names: [...columns.map(({ name }) => name), ...stores],
    stores,
    map(record) {
      const mapped: Record<string, string | null> = {};
      for (const column of columns) mapped[column.name] = column.read(record);
      return mapped;
    },
  };
}
