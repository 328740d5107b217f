import { textOf } from '../../../connector/index.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import { offsetPaging, pagedList } from '../paging.js';
import type { Rule } from '../rule.js';

export const pagingParameterUnknown: Rule = {
  id: 'paging-parameter-unknown',
  severity: 'error',
  title: 'Paging uses a query parameter that the target does not have.',
  why: 'The target passes over it and answers with the same first page again and again, or with pages of another size.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        pagination: { offset: { ...exampleAccountCall.pagination.offset, offsetParam: 'startIndex' } },
      }),
    },
    passes: { ImportAccountEntJSON: exampleAccountImport({}) },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const paged = pagedList(target, site);
      const offset = offsetPaging(site);
      if (!paged || !offset) continue;
      for (const key of ['offsetParam', 'batchParam'] as const) {
        const name = textOf(offset[key]);
        if (name === undefined || paged.query.includes(name)) continue;
        const meant = nearMiss(name, paged.query);
        yield {
          place: site.document.place(`${site.pointer}/pagination/offset/${key}`),
          message: `${target.name} has no query parameter "${name}" here.`,
          remedy: meant ? `"${key}": "${meant}"` : `Use one of ${paged.query.join(', ')}.`,
        };
      }
    }
  },
};
