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
  title: 'A parameter is in a URL twice, or the paging adds one that is there.',
  why: 'The parameter is sent twice; a target that takes the first one answers each request with the same page.',
  example: {
    trips: { ImportAccountEntJSON: withQuery('includeInactive=true&startAt=0') },
    passes: { ImportAccountEntJSON: withQuery('includeInactive=true') },
  },
  *check({ calls }) {
    for (const site of calls) {
      const written = queryOf(site.url ?? '');
      for (const name of namesTwice(written)) {
        yield {
          place: site.document.place(pointerTo(site.httpPointer, 'url')),
          severity: 'warning',
          message: `"${name}" stands in the URL twice.`,
          remedy: 'Keep one of the two.',
        };
      }
      const { pagination } = site.call;
      if (!isObject(pagination) || isObject(pagination.nextUrl)) continue;
      const added = [objectOf(pagination.offset), objectOf(pagination.page)].flatMap((form) =>
        ['offsetParam', 'pageNumberParam', 'batchParam', 'pageSizeParam'].flatMap((key) => {
          const name = textOf(form[key]);
          return name === undefined ? [] : [{ key, name }];
        }),
      );
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

/** Names with different values; some targets take a list of values as the same parameter several times. */
function namesTwice(written: URLSearchParams): string[] {
  return [...new Set(written.keys())].filter((name) => {
    const values = written.getAll(name);
    return values.length > 1 && values.every((value) => /^(?:true|false)$/.test(value));
  });
}
