import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { headersOf } from '../call-sites.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

/** The content types that EIC documents, and what targets answer with [documented: developer portal]. */
const known = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded-pws',
  'application/xml',
  'application/scim+json',
  'multipart/form-data',
  'text/html',
  'text/xml',
  'text/plain',
  '*/*',
];

/** The type that was meant by what is none: nearly its name, or only the part after its slash. */
function meantBy(type: string): string | undefined {
  if (type === '' || type.includes('${') || known.includes(type)) return undefined;
  const short = type.includes('/') ? undefined : known.find((one) => one.endsWith(`/${type}`));
  return short ?? nearMiss(type, known);
}

export const mediaTypeMisspelt: Rule = {
  id: 'media-type-misspelt',
  severity: 'error',
  title: 'A content type is almost, but not quite, one that there is.',
  why: 'The target takes the body for something else and refuses it, or answers in a form that EIC cannot read.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpContentType: 'application/jason' }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls }) {
    for (const site of calls) {
      const http = site.httpPointer === site.pointer ? site.call : objectOf(site.call.http);
      const headers = Object.entries(headersOf(site)).filter(([name]) =>
        /^(accept|content-?type)$/i.test(name),
      );
      const written = [
        ['httpContentType', textOf(http.httpContentType)] as const,
        ...headers.map(
          ([name, value]) => [pointerTo('', 'httpHeaders', name).slice(1), textOf(value)] as const,
        ),
      ];
      for (const [key, value] of written) {
        const [type = ''] = (value ?? '').toLowerCase().split(/[;,]/);
        const meant = meantBy(type.trim());
        if (!meant) continue;
        yield {
          place: site.document.place(`${site.httpPointer}/${key}`),
          message: `"${value}" is not a content type; "${meant}" is.`,
          remedy: `Write "${meant}".`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};
