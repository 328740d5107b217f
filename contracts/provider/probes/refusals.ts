import { inWords } from '../answer.js';
import { NOBODY } from '../guard.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable } from '../verdict.js';
import { type RefusalRow, refusalProbe } from './refusal-rows.js';

const rows: readonly RefusalRow[] = [
  {
    rule: 'unauthorized',
    asks: 'the calling user, without credentials',
    code: 'no-credentials',
    anonymous: true,
    send: (jama) => jama.askAs('', { path: '/users/current' }),
  },
  {
    rule: 'token-refused',
    asks: 'the calling user, with a token that nobody issued (an expired one would take an hour)',
    code: 'token-unknown',
    anonymous: true,
    send: (jama) => jama.askAs('Bearer nobody-issued-this', { path: '/users/current' }),
  },
  {
    rule: 'authentication-first',
    asks: 'a path that is no resource, without credentials',
    code: 'no-credentials',
    anonymous: true,
    send: (jama) => jama.askAs('', { path: '/no-such-resource' }),
  },
  ...(
    [
      ['user-not-found', 'users'],
      ['usergroup-not-found', 'usergroups'],
      ['project-not-found', 'projects'],
    ] as const
  ).map(
    ([code, resource]): RefusalRow => ({
      rule: 'record-not-found',
      asks: `one of the ${resource} that is not there`,
      code,
      detail: { id: NOBODY },
      send: (jama) => jama.get(`/${resource}/${NOBODY}`),
    }),
  ),
  {
    rule: 'id-not-integer',
    asks: 'a user whose id is no number',
    code: 'id-not-integer',
    detail: { value: 'no-number' },
    send: (jama) => jama.get('/users/no-number'),
  },
  {
    rule: 'path-unknown',
    asks: 'a path that is no resource',
    code: 'path-unknown',
    detail: { path: '/rest/v1/no-such-resource' },
    send: (jama) => jama.get('/no-such-resource'),
  },
  {
    rule: 'double-slash',
    asks: 'a path with an empty segment',
    code: 'path-empty-segment',
    detail: { path: '/rest/v1//users' },
    send: (jama) => jama.get('//users'),
  },
  {
    rule: 'path-malformed',
    asks: 'a path with broken percent-encoding',
    code: 'path-malformed',
    send: (jama) => jama.get('/users/%zz'),
  },
  {
    rule: 'request-malformed',
    asks: 'a request whose head has 70 kB (what is not HTTP is not sent)',
    code: 'request-head-too-large',
    anonymous: true,
    send: (jama) =>
      jama.askAs('', {
        path: '/users/current',
        undescribed: true,
        headers: { 'x-filler': 'x'.repeat(70_000) },
      }),
  },
  ...(
    [
      ['startAt', '-1', 0],
      ['startAt', 'two', 0],
      ['maxResults', '0', 1],
    ] as const
  ).map(
    ([name, value, least]): RefusalRow => ({
      rule: 'page-malformed',
      asks: `users with ${name}=${value}`,
      code: 'parameter-malformed',
      detail: { name, expected: `a whole number from ${least} on` },
      send: (jama) => jama.get(`/users?${name}=${value}`),
    }),
  ),
];

/** Requests that only read, and must be refused. */
export const REFUSAL_PROBES: readonly Probe[] = [
  ...rows.map(refusalProbe),
  {
    rule: 'unauthorized',
    asks: 'whether the 401 has WWW-Authenticate',
    anonymous: true,
    async judge(jama) {
      const { headers } = await jama.askAs('', { path: '/users/current' });
      return judged(!headers.has('www-authenticate'), `WWW-Authenticate: ${headers.get('www-authenticate')}`);
    },
  },
  {
    rule: 'options-answer',
    asks: 'OPTIONS of the users, without credentials',
    anonymous: true,
    async judge(jama) {
      const answer = await jama.askAs('', { method: 'OPTIONS', path: '/users' });
      return judged(
        answer.status === 200 && answer.headers.has('allow') && answer.text === '',
        `${inWords(answer)}, Allow: ${answer.headers.get('allow')}`,
      );
    },
  },
  {
    rule: 'named-creator',
    asks: 'the calling user',
    anonymous: true,
    async judge(jama) {
      const answer = await jama.read('/users/current');
      return answer.status === 401
        ? jama.refusal(answer, 'licence-refused')
        : notTestable('needs credentials of an owner whose licence may not use REST');
    },
  },
  {
    rule: 'access-control',
    asks: 'the calling user',
    anonymous: true,
    async judge(jama) {
      const answer = await jama.read('/users/current');
      return answer.status === 403
        ? jama.refusal(answer, 'caller-refused')
        : notTestable('needs a caller whom REST access control does not list');
    },
  },
  ...(['throttled', 'throttled-message'] as const).map(
    (rule): Probe => ({
      rule,
      asks: 'the calling user, 30 times at once',
      burst: true,
      async judge(jama) {
        const { refused } = jama.session;
        if (refused.length === 0)
          await Promise.all(Array.from({ length: 30 }, () => jama.get('/users/current')));
        const [first] = refused;
        if (first === undefined) return contradicted('no 429 among 30 calls at once');
        if (rule === 'throttled') return confirmed({ tenant: { callsPerSecond: 10 } });
        const retryAfter = first.headers.get('retry-after');
        return retryAfter === null
          ? jama.refusal(first, 'too-many-calls')
          : contradicted(`Retry-After: ${retryAfter}`);
      },
    }),
  ),
];
