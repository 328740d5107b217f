import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
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
  *check({ package: connectionPackage, calls }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    const accounts = calls.filter(({ purpose }) => purpose === 'import-accounts');
    const filled = accounts.flatMap(({ call }) => Object.keys(objectOf(call.colsToPropsMap)));
    const column = textOf(value.statusColumn);
    if (column === undefined || filled.length === 0) return;
    if (filled.some((one) => one.toLowerCase() === column.toLowerCase())) return;
    const own = filled.filter((one) => /^customproperty|status/i.test(one));
    yield {
      place: document.place(pointerTo(pointer, 'statusColumn')),
      message: `No account call fills the column "${column}".`,
      remedy: `Name the column that holds the status${own.length > 0 ? `: ${nearMiss(column, own) ?? own.join(', ')}` : ''}.`,
    };
  },
};
