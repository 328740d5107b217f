import { type Answer, inWords } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { contradicted, judged } from '../verdict.js';
import { type RefusalRow, refusalProbe } from './refusal-rows.js';

const post = (jama: Jama, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  jama.ask({
    method: 'POST',
    path: '/usergroups',
    body,
    headers: typeof body === 'string' ? { 'content-type': 'application/json', ...headers } : headers,
  });
const newUser = (jama: Jama, change: Readonly<Record<string, unknown>>): Promise<Answer> =>
  jama.ask({ method: 'POST', path: '/users', body: { ...jama.records.newUser('refused'), ...change } });
const licences =
  'NAMED, FLOATING, STAKEHOLDER, FLOATING_COLLABORATOR, RESERVED_COLLABORATOR, FLOATING_REVIEWER, RESERVED_REVIEWER, NAMED_REVIEWER, TEST_RUNNER, EXPIRING_TRIAL, INACTIVE';

/** Bodies that must be refused. What is created all the same is taken away again like everything else. */
const rows: readonly Omit<RefusalRow, 'writes'>[] = [
  {
    rule: 'body-missing',
    asks: 'a new group, without a body',
    code: 'body-missing',
    send: (jama) => post(jama, ''),
  },
  {
    rule: 'body-missing',
    asks: 'a new group, with null',
    code: 'body-missing',
    send: (jama) => post(jama, 'null'),
  },
  {
    rule: 'body-unreadable',
    asks: 'a new group, with a body that is no JSON',
    code: 'body-not-json',
    send: (jama) => post(jama, 'name=none'),
  },
  {
    rule: 'body-unreadable',
    asks: 'a new group, with a list as body',
    code: 'body-not-object',
    send: (jama) => post(jama, '[]'),
  },
  {
    rule: 'body-too-large',
    asks: 'a new group, with a body of more than one mebibyte',
    code: 'body-too-large',
    detail: { limit: 1_048_576 },
    send: (jama) => post(jama, { name: jama.records.groupName('large'), description: 'x'.repeat(1_050_000) }),
  },
  {
    rule: 'media-type',
    asks: 'a new group, with text/plain',
    code: 'media-type',
    send: (jama) =>
      post(jama, JSON.stringify({ name: jama.records.groupName('plain') }), { 'content-type': 'text/plain' }),
  },
  {
    rule: 'method-not-allowed',
    asks: 'PATCH of the list of projects',
    code: 'method-not-allowed',
    detail: ({ headers }) => ({ method: 'PATCH', allow: headers.get('allow') ?? '' }),
    send: (jama) => jama.ask({ method: 'PATCH', path: '/projects' }),
  },
  ...(
    [
      ['field-missing', 'email', undefined, {}],
      ['field-type', 'firstName', 7, { expected: 'string' }],
      ['field-value', 'licenseType', 'GOLD', { allowed: licences }],
      ['field-blank', 'firstName', '', {}],
      ['field-too-short', 'password', 'abc', { limit: 6 }],
      ['field-too-long', 'lastName', 'x'.repeat(300), { limit: 200 }],
      ['field-malformed', 'email', 'no-address', {}],
    ] as const
  ).map(
    ([code, field, value, detail]): RefusalRow => ({
      rule: 'field-refused',
      asks: `a new user whose ${field} is ${value === undefined ? 'missing' : JSON.stringify(value).slice(0, 20)}`,
      code,
      detail: { field, ...detail },
      send: (jama) => newUser(jama, { [field]: value }),
    }),
  ),
  {
    rule: 'licence-inactive-refused',
    asks: 'a new user with licenseType INACTIVE',
    code: 'licence-inactive-refused',
    send: (jama) => newUser(jama, { licenseType: 'INACTIVE' }),
  },
];

const required = ['username', 'password', 'firstName', 'lastName', 'email', 'licenseType'];

/** Bodies of writes. */
export const BODY_PROBES: readonly Probe[] = [
  ...rows.map((row) => refusalProbe({ ...row, writes: true })),
  {
    rule: 'user-required',
    asks: 'new users, each without one of the required fields',
    writes: true,
    async judge(jama) {
      for (const field of required) {
        const { status } = await newUser(jama, { [field]: undefined });
        if (status < 400) return contradicted(`${status} for a new user without ${field}`);
      }
      return judged(true, '');
    },
  },
  {
    rule: 'field-unknown',
    asks: 'a new group with a field that groups do not have',
    writes: true,
    async judge(jama) {
      const answer = await post(jama, { name: jama.records.groupName('unknown-field'), colour: 'red' });
      return judged(answer.status === 201, inWords(answer));
    },
  },
  {
    rule: 'field-null',
    asks: 'a new group whose description is null',
    writes: true,
    async judge(jama) {
      const answer = await post(jama, { name: jama.records.groupName('null-field'), description: null });
      return judged(answer.status === 201, inWords(answer));
    },
  },
];
