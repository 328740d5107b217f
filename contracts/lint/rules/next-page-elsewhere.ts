import { isObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';
import { queryOf, urlWithHoles } from '../url-template.js';

const users = exampleAccountCall.http.url;
const withNext = (address: string) =>
  exampleAccountImport({
    pagination: {
      nextUrl: {
        nextUrlPath: `\${response.objectList.size() > 0 ? '${address}&startAt=' + (response.completeResponseMap.meta.pageInfo.startIndex + 50) : null}`,
      },
    },
  });

export const nextPageElsewhere: Rule = {
  id: 'next-page-elsewhere',
  severity: 'warning',
  title: 'The address of the next page is not that of the first one, or leaves a parameter out.',
  why: 'The pages after the first are those of another list.',
  example: {
    trips: { ImportAccountEntJSON: withNext(users.replace('?includeInactive=true', '?maxResults=50')) },
    passes: { ImportAccountEntJSON: withNext(users) },
  },
  *check({ calls }) {
    for (const site of calls) {
      const { pagination } = site.call;
      const next = isObject(pagination) ? textOf(objectOf(pagination.nextUrl).nextUrlPath) : undefined;
      const relative = /(?:[?:{]|\breturn)\s*['"](\/[^'"\s]+)['"]/.exec(next ?? '')?.[1];
      if (relative !== undefined) yield withoutHost(site, relative);
      const address = /'(https?:\/\/[^'?]*\?[^']*)'/.exec(next ?? '')?.[1];
      if (address === undefined || !/^https?:/.test(site.url ?? '')) continue;
      const fault = differenceOf(site.url ?? '', address);
      if (fault === undefined) continue;
      yield {
        place: site.document.place(pointerTo(site.pointer, 'pagination', 'nextUrl', 'nextUrlPath')),
        severity: fault.elsewhere ? 'error' : 'warning',
        message: fault.message,
        remedy: `Begin the address with that of the call: ${site.url}`,
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

function withoutHost(site: CallSite, relative: string): RuleHit {
  const [address = ''] = (site.url ?? '').split('?');
  return {
    place: site.document.place(pointerTo(site.pointer, 'pagination', 'nextUrl', 'nextUrlPath')),
    severity: 'error',
    message: `The address of the next page begins with "${relative.split('?')[0]}"; EIC wants the whole of it, with scheme and host.`,
    because: 'Where EIC sends a request whose address has no host is not documented.',
    remedy: `Begin the address with that of the call: ${address}`,
    breaks: [{ document: site.document.name, pointer: site.pointer }],
  };
}

/** What the address of the next page has that the first one does not, or the other way round; how pages are asked for does not count. */
function differenceOf(first: string, next: string): { message: string; elsewhere: boolean } | undefined {
  const pathOf = (url: string) => (urlWithHoles(url).split('?')[0] ?? '').replace(/\/$/, '');
  if (!pathOf(next).includes('{}') && !pathOf(first).includes('{}') && pathOf(next) !== pathOf(first))
    return { elsewhere: true, message: `The next page is asked for at ${pathOf(next)}.` };
  const asked = queryOf(next);
  const left = [...queryOf(first).keys()].filter((name) => !asked.has(name) && !isPaging(name));
  if (left.length === 0) return undefined;
  return { elsewhere: false, message: `The next page is asked for without ${left.join(', ')}.` };
}

function isPaging(name: string): boolean {
  return /page|start|offset|skip|cursor|token|limit|count|size|top|max|per_/i.test(name);
}
