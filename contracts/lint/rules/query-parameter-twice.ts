import { isObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';
import { queryOf } from '../url-template.js';

const withQuery = (query: string) =>
  exampleAccountImport({
    http: { ...exampleAccountCall.http, url: `http://localhost:8080/jama/rest/v1/users?${query}` },
  });

export const queryParameterTwice: Rule = {
  id: 'query-parameter-twice',
  severity: 'error',
  title: 'A URL has a parameter that the paging adds to it as well.',
  why: 'The parameter is sent twice; a target that takes the first one answers each request with the same page.',
  example: {
    trips: { ImportAccountEntJSON: withQuery('includeInactive=true&startAt=0') },
    passes: { ImportAccountEntJSON: withQuery('includeInactive=true') },
  },
  *check({ calls }) {
    for (const site of calls) {
      const { pagination } = site.call;
      if (!isObject(pagination) || isObject(pagination.nextUrl)) continue;
      const added = [objectOf(pagination.offset), objectOf(pagination.page)].flatMap((form) =>
        ['offsetParam', 'pageNumberParam', 'batchParam', 'pageSizeParam'].flatMap((key) => {
          const name = textOf(form[key]);
          return name === undefined ? [] : [{ key, name }];
        }),
      );
      const written = queryOf(site.url ?? '');
      for (const { key, name } of added.filter((one) => written.has(one.name))) {
        yield {
          place: site.document.place(pointerTo(site.httpPointer, 'url')),
          severity: key === 'batchParam' || key === 'pageSizeParam' ? 'warning' : 'error',
          message: `"${name}" stands in the URL, and the paging adds it (${key}).`,
          remedy: `Take ${name} out of the URL.`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};
