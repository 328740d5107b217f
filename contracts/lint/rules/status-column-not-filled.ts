import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { Schema } from '../../target/response-schema.js';
import type { Target } from '../../target/target.js';
import type { CallSite } from '../call-sites.js';
import { columnSources } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const ImportAccountEntJSON = exampleAccountImport({
  colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, customproperty3: 'active~#~char' },
});
const withColumn = (statusColumn: string) => ({
  ImportAccountEntJSON,
  STATUS_THRESHOLD_CONFIG: {
    statusAndThresholdConfig: { statusColumn, activeStatus: ['true'], accountThresholdValue: 100 },
  },
});

export const statusColumnNotFilled: Rule = {
  id: 'status-column-not-filled',
  severity: 'error',
  title: 'The status of an account is read from a column that no call fills.',
  why: 'The column is empty for every account, so all of them have the same status.',
  example: { trips: withColumn('customproperty30'), passes: withColumn('customproperty3') },
  *check({ package: connectionPackage, calls, target }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    const accounts = calls.filter(({ purpose }) => purpose === 'import-accounts');
    const filled = accounts.flatMap(({ call }) => Object.keys(objectOf(call.colsToPropsMap)));
    if (filled.length === 0) return;
    for (const key of ['statusColumn', 'lockedStatusColumn']) {
      const column = textOf(value[key]);
      if (column === undefined || column === '' || isIn(filled, column)) continue;
      yield {
        place: document.place(pointerTo(pointer, key)),
        ...(key === 'statusColumn'
          ? {}
          : { severity: 'warning', because: 'No account is ever seen as locked.' }),
        message: `No account call fills the column "${column}".`,
        remedy:
          key === 'statusColumn'
            ? remedyFor(column, filled, accounts, target, [value.activeStatus ?? []].flat().map(String))
            : 'Delete lockedStatusColumn, or map a field to the column.',
      };
    }
  },
};

function isIn(columns: readonly string[], column: string): boolean {
  return columns.some((one) => one.toLowerCase() === column.toLowerCase());
}

/** The column whose field can have one of the values that make an account active; else what is near, or all there are. */
function remedyFor(
  column: string,
  filled: readonly string[],
  accounts: readonly CallSite[],
  target: Target,
  active: readonly string[],
): string {
  const telling = accounts
    .flatMap((site) => columnSources(target, site))
    .filter(({ schema }) => valuesOf(schema).some((value) => active.includes(value)));
  const own = filled.filter((one) => /^customproperty|status/i.test(one));
  if (telling[0]) return `"statusColumn": "${telling[0].column}"`;
  return `Name the column that holds the status${own.length > 0 ? `: ${nearMiss(column, own) ?? own.join(', ')}` : ''}.`;
}

function valuesOf(schema: Schema | undefined): readonly string[] {
  return (schema?.type === 'boolean' ? [true, false] : (schema?.enum ?? [])).map(String);
}
