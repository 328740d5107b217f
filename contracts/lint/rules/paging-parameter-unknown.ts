import { textOf } from '../../../connector/index.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { offsetPaging, pagedList } from '../paging.js';
import type { Rule } from '../rule.js';

export const pagingParameterUnknown: Rule = {
  id: 'paging-parameter-unknown',
  severity: 'error',
  title: 'Paging uses a query parameter that the target does not have, or that is for something else.',
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
      const roles = [
        { key: 'offsetParam', is: 'where a page begins', right: target.lists?.offsetParameter },
        { key: 'batchParam', is: 'the size of a page', right: paged.sizeParameter },
      ];
      for (const { key, is, right } of roles) {
        const name = textOf(offset[key]);
        const known = name !== undefined && paged.query.includes(name);
        const mayBe = right === undefined && known && name !== paged.sizeParameter;
        if (name === undefined || name === right || mayBe) continue;
        yield {
          place: site.document.place(`${site.pointer}/pagination/offset/${key}`),
          message: known
            ? `"${name}" of ${target.name} is not the parameter for ${is}.`
            : `${target.name} has no query parameter "${name}" here.`,
          remedy: right ? `"${key}": "${right}"` : `Use one of ${paged.query.join(', ')}.`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};
