import { isObject, pointerTo } from '../../../connector/index.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

const { offset } = exampleAccountCall.pagination;
const forms = ['nextUrl', 'offset', 'page'];

export const pagingFormTwice: Rule = {
  id: 'paging-form-twice',
  severity: 'warning',
  title: 'A call has more than one form of paging.',
  why: 'Which one EIC takes is not documented.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        pagination: { offset, nextUrl: { nextUrlPath: '${response.completeResponseMap.next}' } },
      }),
    },
    passes: { ImportAccountEntJSON: exampleAccountImport({ pagination: { offset } }) },
  },
  *check({ calls }) {
    for (const site of calls) {
      const { pagination } = site.call;
      if (!isObject(pagination)) continue;
      const given = Object.keys(pagination).filter((key) => forms.includes(key));
      for (const form of given.slice(1)) {
        yield {
          place: site.document.place(pointerTo(site.pointer, 'pagination', form), 'key'),
          message: `The pagination has "${form}" beside "${given[0]}".`,
          remedy: 'Keep one of the two.',
        };
      }
    }
  },
};
