import { isObject, pointerTo } from '../../../connector/index.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const authorizationMissing: Rule = {
  id: 'authorization-missing',
  severity: 'error',
  title: 'A call does not send the token.',
  why: 'EIC sends the headers that are written, and adds none; the target answers 401 whatever token there is.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpHeaders: { Accept: 'application/json' } }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls }) {
    for (const site of calls) {
      const holder = site.httpPointer === site.pointer ? site.call : site.call.http;
      if (!isObject(holder) || site.url === undefined) continue;
      const named = isObject(holder.httpHeaders) ? Object.entries(holder.httpHeaders) : [];
      const headers = named.filter(([name]) => !isMisspelt(name)).map(([, text]) => text);
      if (
        [...headers, site.url].some((text) => typeof text === 'string' && /\$\{[^}]*access_token/.test(text))
      )
        continue;
      yield {
        place: site.document.place(pointerTo(site.httpPointer, 'httpHeaders'), 'key'),
        message: 'No header of this call holds ${access_token}.',
        remedy: '"Authorization": "${access_token}"',
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

/** Header names have no case. */
function isMisspelt(name: string): boolean {
  return name.toLowerCase() !== 'authorization' && nearMiss(name, ['Authorization']) !== undefined;
}
