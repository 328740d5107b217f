import { pointerTo, textOf } from '../../../connector/index.js';
import { columnSources } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const ImportAccountEntJSON = exampleAccountImport({
  colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, customproperty3: 'active~#~char' },
});
const withActive = (activeStatus: string[]) => ({
  ImportAccountEntJSON,
  STATUS_THRESHOLD_CONFIG: {
    statusAndThresholdConfig: { statusColumn: 'customproperty3', activeStatus, accountThresholdValue: 100 },
  },
});

export const statusNeverActive: Rule = {
  id: 'status-never-active',
  severity: 'error',
  title: 'The values that make an account active are none that its status can have.',
  why: 'Values are compared as text, letter by letter; without a match every account is inactive.',
  example: { trips: withActive(['True']), passes: withActive(['true']) },
  *check({ package: connectionPackage, calls, target }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    const column = textOf(value.statusColumn)?.toLowerCase();
    if (column === undefined || value.activeStatus === undefined) return;
    const listed = [value.activeStatus].flat().map(String);
    const place = document.place(pointerTo(pointer, 'activeStatus'));
    if (listed.length === 0) {
      yield {
        place,
        message: 'activeStatus is empty.',
        remedy: 'List the values that make an account active.',
      };
      return;
    }
    const sources = calls
      .filter(({ purpose }) => purpose === 'import-accounts')
      .flatMap((site) => columnSources(target, site))
      .filter((one) => one.column.toLowerCase() === column);
    for (const { schema, path } of sources) {
      const values = schema?.type === 'boolean' ? [true, false] : schema?.enum;
      const possible = values?.map(String) ?? [];
      if (possible.length === 0 || listed.some((one) => possible.includes(one))) continue;
      yield {
        place,
        message: `"${path}" of ${target.name} is ${possible.join(' or ')}, never ${listed.map((one) => JSON.stringify(one)).join(' or ')}.`,
        remedy: `"activeStatus": ["${possible[0]}"]`,
      };
    }
  },
};
