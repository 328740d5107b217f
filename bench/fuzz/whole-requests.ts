import fc from 'fast-check';
import { BASIC, BEARER, type RawRequest, weird } from './values.js';

const LICENCES = ['NAMED', 'FLOATING', 'STAKEHOLDER', 'TEST_RUNNER', 'INACTIVE'] as const;
const JSON_HEADERS = [
  ['host', '127.0.0.1'],
  ['authorization', BEARER],
  ['content-type', 'application/json'],
] as const;

const word = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), weird);
/** Few names, so that some are taken. */
const username = fc.oneof(
  fc.nat(30).map((number) => `user${number}`),
  word,
);
const user = fc.record(
  {
    username,
    password: word,
    firstName: word,
    lastName: word,
    email: fc.nat(30).map((number) => `user${number}@example.com`),
    licenseType: fc.constantFrom(...LICENCES),
    phone: fc.option(word),
    title: fc.option(word),
    location: fc.option(word),
  },
  { requiredKeys: ['username', 'password', 'firstName', 'lastName', 'email', 'licenseType'] },
);
const group = fc.record(
  { name: word, description: word, project: fc.nat(4) },
  { requiredKeys: ['name', 'description'] },
);
/** The seed gives users the ids from 101 and groups those from 51; the owner is 101. */
const userId = fc.integer({ min: 101, max: 190 });
const groupId = fc.integer({ min: 50, max: 70 });
const userPath = userId.map((id) => `/users/${id}`);
const groupPath = groupId.map((id) => `/usergroups/${id}`);
const list = fc
  .tuple(
    fc.constantFrom('/users', '/usergroups', '/projects', '/usergroups/51/users'),
    fc.integer({ min: 0, max: 130 }),
    fc.integer({ min: 0, max: 120 }),
  )
  .map(([path, startAt, maxResults]) => `${path}?startAt=${startAt}&maxResults=${maxResults}`);
const NOTHING = fc.constant(undefined);

/** Requests as a good client sends them: most of them change the tenant, so that what comes later meets another one. */
export const wholeRequests: fc.Arbitrary<RawRequest> = fc.oneof(
  operation('POST', fc.constant('/users'), user),
  operation('PUT', userPath, fc.oneof(user, fc.record({ licenseType: fc.constantFrom(...LICENCES) }))),
  operation(
    'PUT',
    userPath.map((path) => `${path}/active`),
    fc.record({ active: fc.boolean() }),
  ),
  operation('POST', fc.constant('/usergroups'), group),
  operation('PUT', groupPath, group),
  operation('DELETE', groupPath, NOTHING),
  operation(
    'POST',
    groupPath.map((path) => `${path}/users`),
    fc.record({ user: userId }),
  ),
  operation(
    'DELETE',
    fc.tuple(groupPath, userId).map(([path, id]) => `${path}/users/${id}`),
    NOTHING,
  ),
  operation('GET', fc.oneof(list, userPath, groupPath, fc.constant('/users/current')), NOTHING),
  fc.constant<RawRequest>({
    method: 'POST',
    target: '/jama/rest/oauth/token',
    headers: [
      ['host', '127.0.0.1'],
      ['authorization', BASIC],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: Buffer.from('grant_type=client_credentials'),
  }),
);

function operation(
  method: string,
  path: fc.Arbitrary<string>,
  content: fc.Arbitrary<object | undefined>,
): fc.Arbitrary<RawRequest> {
  return fc.tuple(path, content).map(([below, fields]) => ({
    method,
    target: `/jama/rest/v1${below}`,
    headers: JSON_HEADERS,
    body: Buffer.from(fields === undefined ? '' : JSON.stringify(fields)),
  }));
}
