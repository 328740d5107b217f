import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  LICENCE_TYPES,
  readFixture,
  startRecorder,
  type TenantState,
  writeFixture,
} from '../../../mock-server/index.js';
import { deviatingTenant } from './deviating-tenant.js';

const SECRET = 'Zx81-very-secret-25-chars';
const CLIENT = 'contosoclient15';
const PASSWORD = 'pa55-of-the-new-one';
const HTML = '<html><body>Contoso: ask Zyxwvut Qponmlk</body></html>';

/** Words of the product, names that begin others, quotes, other scripts, signs. */
const ODD = [
  ...['user', 'active', 'NAMED', 'username', 'id', 'null', 'true', 'type', 'exists', 'A'],
  ...[
    'Ann',
    'Anna',
    'Annabel',
    'Anna-Lena',
    "O'Brien",
    'D"Angelo',
    '<b>Bob</b>',
    'back\\slash',
    '%41%20b',
    '{id}',
  ],
  ...[
    'Zoë',
    'Łukasz',
    'ÅSA',
    'straße',
    'Ὀδυσσεύς',
    'Иван',
    '山田',
    'やまだ',
    '김',
    'محمد',
    '👩‍💻',
    'e\u0301e\u0301',
    '½x',
    'm.1.2',
  ],
];
const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '1', '.', "'", ' '),
      minLength: 1,
      maxLength: 6,
    }),
  },
);
const optional = fc.option(fc.oneof(fc.constant(''), name), { nil: null });
const person = fc.record({
  username: name,
  firstName: name,
  lastName: name,
  email: fc.tuple(name, fc.constantFrom('contoso.com', 'mail.contoso.com')).map((parts) => parts.join('@')),
  phone: optional,
  title: optional,
  location: optional,
  licenseType: fc.constantFrom(...LICENCE_TYPES),
  active: fc.boolean(),
});
const organization = fc.record({
  people: fc.uniqueArray(person, {
    minLength: 1,
    maxLength: 6,
    selector: ({ username }) => username.toLowerCase(),
  }),
  groups: fc.uniqueArray(fc.record({ name, description: optional }), {
    maxLength: 3,
    selector: (group) => group.name,
  }),
  firstId: fc.integer({ min: 5000, max: 9_000_000 }),
});

type Organization = typeof organization extends fc.Arbitrary<infer T> ? T : never;

function stateOf({ people, groups, firstId }: Organization): TenantState {
  const users = people.map((one, at) => ({ ...one, id: firstId + at * 7 }));
  const [owner = { id: firstId }] = users;
  const usergroups = groups.map((group, at) => ({ ...group, id: firstId + 1000 + at * 3, project: null }));
  return {
    users: users.map((user) => (user === owner ? { ...user, active: true, licenseType: 'NAMED' } : user)),
    passwords: {},
    usergroups,
    memberships: usergroups.map(({ id }, at) => [id, users.slice(at).map((user) => user.id)]),
    projects: [],
    ownerId: owner.id,
    nextUserId: firstId + 500,
    nextGroupId: firstId + 1500,
  };
}

/** A letter or a digit, an accent with it: what stands for itself. Quotes, blanks and points are structure. */
const says = (text: string): boolean =>
  /[\p{L}\p{N}\p{S}]/u.test(text.replaceAll(/\p{ASCII}(?<![A-Za-z0-9])/gu, ''));
const lower = (text: string): string => text.normalize('NFC').toLowerCase();
/** Words that Jama says itself, and that are no secret where they stand for themselves. */
const OWN_WORDS = /^(?:user|active|named|username|id|null|true|type|exists|a)$/;

/** Whether a text stands in another one and is not only the middle of a word. */
function standsIn(whole: string, text: string): boolean {
  const escaped = lower(text).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const [first, last] = [/^[\p{L}\p{N}]/u.test(text), /[\p{L}\p{N}\p{M}]$/u.test(text)];
  return new RegExp(
    `${first ? String.raw`(?<![\p{L}\p{N}\p{M}])` : ''}${escaped}${last ? String.raw`(?![\p{L}\p{N}\p{M}])` : ''}`,
    'u',
  ).test(whole);
}

/** Every text and number in a value of JSON, but not its keys. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(leaves);
}

describe('what is on disk', () => {
  test('holds no name, address, id, secret or host of the tenant, whatever they are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-record-'));
    const file = join(folder, 'fixture.json');
    const source = await deviatingTenant({
      clientId: CLIENT,
      clientSecret: SECRET,
      users: 1,
      more: ({ firstName, username }) => ({
        customData: [{ name: 'manager', value: `${firstName} (${username})` }],
      }),
      overrides: {
        messages: {
          'username-taken': {
            message: 'A user with the username {username} already exists at http://127.0.0.1:99/contoso',
          },
          'user-not-found': { message: 'user {id} is none' },
        },
      },
      instead: (path) =>
        path.endsWith('/html') ? { status: 503, type: 'text/html', body: HTML } : undefined,
    });
    await fc.assert(
      fc.asyncProperty(organization, async (wanted) => {
        const state = stateOf(wanted);
        source.tenant.restore(state);
        const recorder = await startRecorder({
          target: source.url,
          credentials: { clientId: CLIENT, clientSecret: SECRET },
        });
        const call = await caller(recorder.url);
        try {
          for (const { username, firstName } of state.users) {
            await call('POST', '/rest/v1/users', { ...NEW, username });
            await call('POST', '/rest/v1/users', {
              ...NEW,
              username: `${username}x`.replaceAll(/\s/g, ''),
              firstName,
            });
            await call('GET', `/rest/v1/users?${new URLSearchParams({ username, startAt: 'x' })}`);
          }
          await call('GET', '/rest/v1/users/4999');
          await call('GET', '/rest/v1/html');
          await writeFixture(file, await recorder.fixture());
        } finally {
          await recorder.stop();
        }

        expect(await readdir(folder)).toEqual(['fixture.json']);
        const text = await readFile(file, 'utf8');
        const fixture = await readFixture(file);
        const values = leaves({ ...fixture, overrides: {}, errors: [] });
        const { users, usergroups, projects, errors, overrides } = fixture;
        const bodies = errors.map(({ body }) => body);
        const messages = Object.values({ ...overrides.messages, ...overrides.tokenMessages });
        const ours = ['a recorded tenant', '0000-00-00T00:00:00.000+0000'];
        // The names of placeholders are the simulator's own.
        const written = leaves([users, usergroups, projects, bodies, messages])
          .filter((one) => typeof one === 'string' && !ours.includes(one))
          .map((one) => lower(String(one).replaceAll(/\{\w+\}/g, '')))
          .join('\n');
        const people = state.users.flatMap((user) => [
          user.username,
          user.firstName,
          user.lastName,
          user.email,
        ]);
        const texts = [
          ...people,
          ...state.users.flatMap(({ phone, title, location }) => [phone, title, location]),
        ]
          .concat(state.usergroups.flatMap((group) => [group.name, group.description]))
          .filter((one) => one !== null)
          .filter(says);
        // Where texts are a person's, nothing original is left; elsewhere only words that are Jama's own.
        const enumerations = new Set<string | number>([...LICENCE_TYPES, 'users', 'usergroups']);
        const personal = new Set(
          values.filter((one) => !enumerations.has(one)).map((one) => lower(String(one))),
        );
        expect(texts.filter((one) => personal.has(lower(one)))).toEqual([]);
        expect(texts.filter((one) => !OWN_WORDS.test(lower(one)) && standsIn(written, one))).toEqual([]);
        const ids = [...state.users, ...state.usergroups].map(({ id }) => id);
        expect(ids.filter((id) => standsIn(text, String(id)))).toEqual([]);
        for (const hidden of [
          SECRET,
          CLIENT,
          PASSWORD,
          'contoso',
          '127.0.0.1',
          'c00kie',
          'Zyxwvut',
          'eyJ',
          '4999',
        ])
          expect(text.toLowerCase()).not.toContain(hidden.toLowerCase());
        // What is structure is as it was.
        expect(fixture.users.map(({ licenseType, active, type }) => [licenseType, active, type])).toEqual(
          state.users.map(({ licenseType, active }) => [licenseType, active, 'users']),
        );
        expect(new Set(fixture.users.map(({ username }) => lower(username))).size).toBe(state.users.length);
        expect(fixture.memberships.map(({ users }) => users.length)).toEqual(
          state.memberships.map(([, ids]) => ids.length),
        );
        expect(fixture.errors.find(({ shape }) => shape !== undefined)).toEqual({
          method: 'GET',
          path: '/rest/v1/{segment}',
          status: 503,
          shape: { contentType: 'text/html', bytes: HTML.length },
          times: 1,
        });
      }),
      { numRuns: 100 },
    );
    await source.close();
  }, 120_000);
});

const NEW = {
  username: 'new.one',
  password: PASSWORD,
  firstName: 'Nowy',
  lastName: 'Onesky',
  email: 'n@contoso.com',
  licenseType: 'NAMED',
} as const;

async function caller(url: string) {
  const authorization = `Basic ${Buffer.from(`${CLIENT}:${SECRET}`).toString('base64')}`;
  const token = await fetch(`${url}/rest/oauth/token`, {
    method: 'POST',
    headers: { authorization, cookie: 'SESSION=c00kie-of-client' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await answer.text();
  };
}
