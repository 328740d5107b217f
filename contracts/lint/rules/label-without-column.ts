import { type JsonObject, objectOf, pointerTo } from '../../../connector/index.js';
import { exampleLabelledImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const withLabels = (entTypeLabels: JsonObject) => ({
  ImportAccountEntJSON: exampleLabelledImport(entTypeLabels),
});

export const labelWithoutColumn: Rule = {
  id: 'label-without-column',
  severity: 'warning',
  title: 'A column of an entitlement type has a label, and no call fills it.',
  why: 'EIC shows the label over a column that is always empty.',
  example: {
    trips: withLabels({ customproperty3: 'Project' }),
    passes: withLabels({ customproperty2: 'Project' }),
  },
  *check({ package: connectionPackage, calls }) {
    const document = connectionPackage.document('ImportAccountEntJSON');
    const types = objectOf(objectOf(objectOf(document.value).entitlementParams).entTypes);
    for (const [type, params] of Object.entries(types)) {
      const own = calls.filter(
        ({ purpose, entitlementType }) => purpose === 'import-entitlements' && entitlementType === type,
      );
      const filled = own.flatMap(({ call }) => Object.keys(objectOf(call.colsToPropsMap)));
      if (filled.length === 0) continue;
      const known = new Set(filled.map((column) => column.toLowerCase()));
      const labels = Object.keys(objectOf(objectOf(params).entTypeLabels));
      for (const column of labels.filter((one) => !known.has(one.toLowerCase()))) {
        const meant = nearMiss(
          column,
          filled.filter((one) => !labels.includes(one)),
        );
        yield {
          place: document.place(
            pointerTo('/entitlementParams/entTypes', type, 'entTypeLabels', column),
            'key',
          ),
          message: `No call of "${type}" fills the column "${column}".`,
          remedy: meant ? `Rename it: "${meant}"` : 'Delete the label, or map a field to the column.',
        };
      }
    }
  },
};
