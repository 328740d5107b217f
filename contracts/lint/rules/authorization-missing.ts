import { isObject, pointerTo } from '../../../connector/index.js';
import { exampleCall } from '../examples.js';
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
      const headers = isObject(holder.httpHeaders) ? Object.values(holder.httpHeaders) : [];
      if ([...headers, site.url].some((text) => typeof text === 'string' && text.includes('access_token')))
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
