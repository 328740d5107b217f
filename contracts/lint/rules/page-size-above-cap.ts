import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { numberOf, offsetPaging, pagedList } from '../paging.js';
import type { Rule } from '../rule.js';

export const pageSizeAboveCap: Rule = {
  id: 'page-size-above-cap',
  severity: 'error',
  title: 'A page is asked for that is larger than the target gives.',
  why: 'The next request starts where the large page would have ended; what lies between is never read.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        pagination: { offset: { ...exampleAccountCall.pagination.offset, batchSize: '100' } },
      }),
    },
    passes: { ImportAccountEntJSON: exampleAccountImport({}) },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const paged = pagedList(target, site);
      const offset = offsetPaging(site);
      const size = offset && numberOf(offset.batchSize);
      if (!paged || size === undefined || size <= paged.cap || offset?.batchParam !== paged.sizeParameter)
        continue;
      yield {
        place: site.document.place(`${site.pointer}/pagination/offset/batchSize`),
        message: `Pages of ${size} are asked for; ${target.name} gives at most ${paged.cap}, and the rest of each page is lost.`,
        remedy: `"batchSize": ${paged.cap}`,
        evidence: ['offset-advance'],
      };
    }
  },
};
