import { exampleAccountImport } from '../examples.js';
import { hasPaging, missingPaging, pagedList, wholePagination } from '../paging.js';
import type { Rule } from '../rule.js';

export const pagingMissing: Rule = {
  id: 'paging-missing',
  severity: 'error',
  title: 'A list that comes in pages is read without pagination.',
  why: 'Only the first page arrives. What is on the others is taken for deleted, or never seen.',
  example: {
    trips: { ImportAccountEntJSON: exampleAccountImport({ pagination: {} }) },
    passes: { ImportAccountEntJSON: exampleAccountImport({}) },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      if (!site.purpose.startsWith('import-')) continue;
      const paged = pagedList(target, site);
      if (!paged || hasPaging(site)) continue;
      yield {
        place: site.document.place(missingPaging(site)),
        message: `${target.name} gives this list in pages of at most ${paged.cap}; the call reads the first page only.`,
        remedy:
          wholePagination(target, paged) ??
          `Add "pagination" with pages of at most ${paged.cap} ("${paged.sizeParameter}").`,
      };
    }
  },
};
