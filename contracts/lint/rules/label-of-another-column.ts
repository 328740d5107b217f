import { objectOf, textOf } from '../../../connector/index.js';
import { columnSources } from '../column-source.js';
import { exampleLabelledImport } from '../examples.js';
import type { Rule } from '../rule.js';

const withColumns = (customproperty1: string, customproperty2: string) => ({
  ImportAccountEntJSON: exampleLabelledImport(
    { customproperty1: 'Description', customproperty2: 'Project' },
    { customproperty1, customproperty2 },
  ),
});

export const labelOfAnotherColumn: Rule = {
  id: 'label-of-another-column',
  severity: 'warning',
  title:
    'A column of an entitlement type has the name of a field as its label, and is filled from another one.',
  why: 'Whoever reviews or requests an entitlement reads one value under the name of the other.',
  example: {
    trips: withColumns('project~#~char', 'description~#~char'),
    passes: withColumns('description~#~char', 'project~#~char'),
  },
  *check({ package: connectionPackage, calls, target }) {
    const document = connectionPackage.document('ImportAccountEntJSON');
    const types = objectOf(objectOf(objectOf(document.value).entitlementParams).entTypes);
    for (const [type, params] of Object.entries(types)) {
      const labels = Object.entries(objectOf(objectOf(params).entTypeLabels));
      const sources = calls
        .filter(
          ({ purpose, entitlementType }) => purpose === 'import-entitlements' && entitlementType === type,
        )
        .flatMap((site) => columnSources(target, site));
      for (const [column, label] of labels) {
        const own = sources.filter((source) => plain(source.column) === plain(column));
        const named = sources.find(
          ({ path }) => path !== undefined && plain(path) === plain(textOf(label) ?? ''),
        );
        if (named?.path === undefined || own.some(({ path }) => path === undefined || path === named.path))
          continue;
        for (const { pointer, path } of own) {
          yield {
            place: document.place(pointer),
            message: `"${column}" has the label "${label}" and is filled from "${path}"; "${named.path}" goes to "${named.column}".`,
            remedy: `"${column}": "${named.path}~#~char"`,
          };
        }
      }
    }
  },
};

/** Letters and digits alone: a label may be written with blanks and capitals. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\d]/gu, '').toLowerCase();
}
