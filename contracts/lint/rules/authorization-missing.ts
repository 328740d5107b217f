import { pointerTo } from '../../../connector/index.js';
import { type CallSite, headersOf } from '../call-sites.js';
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
      if (site.url === undefined) continue;
      // A test may send another credential than the token; whether that is good enough only a run can say.
      if (site.purpose === 'test-connection' && sendsSome(site)) continue;
      const named = Object.entries(headersOf(site));
      const headers = named.filter(([name]) => !isMisspelt(name)).map(([, text]) => text);
      if (
        [...headers, site.url].some((text) => typeof text === 'string' && /\$\{[^}]*access_token/.test(text))
      )
        continue;
      yield {
        place: site.document.place(pointerTo(site.httpPointer, 'httpHeaders', headerOf(named)), 'key'),
        message: 'No header of this call holds ${access_token}.',
        remedy: '"Authorization": "${access_token}"',
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

/** The header that should hold the token: the one that is there, a misspelt one, or the one that is missing. */
function headerOf(headers: readonly (readonly [string, unknown])[]): string {
  const names = headers.map(([name]) => name);
  return (
    names.find((name) => name.toLowerCase() === 'authorization') ?? names.find(isMisspelt) ?? 'Authorization'
  );
}

function sendsSome(site: CallSite): boolean {
  const names = Object.keys(headersOf(site));
  return names.some((name) => /auth|key|token|cookie/i.test(name) && !isMisspelt(name));
}

/** Header names have no case. */
function isMisspelt(name: string): boolean {
  return name.toLowerCase() !== 'authorization' && nearMiss(name, ['Authorization']) !== undefined;
}
