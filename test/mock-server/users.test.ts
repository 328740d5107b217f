import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';
const neu = {
  username: 'neu.er',
  password: 'secret1',
  firstName: 'Neu',
  lastName: "O'Er",
  email: 'neu.er@example.com',
  licenseType: 'NAMED',
};

describe('the list of users', () => {
  test('holds active users in order of id, 20 a page', async () => {
    const { call, tenant } = await tenantUnderTest();
    const active = tenant.users.list().filter((user) => user.active);

    const { json, records } = await call('GET', USERS);

    expect(json.meta.pageInfo).toEqual({ startIndex: 0, resultCount: 20, totalResults: active.length });
    expect(records.map(({ id }) => id)).toEqual(active.slice(0, 20).map(({ id }) => id));
  });

  test.each(['true', 'True', 'TRUE'])('includeInactive=%s adds the others', async (value) => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', `${USERS}?includeInactive=${value}`);
    expect(json.meta.pageInfo?.totalResults).toBe(120);
  });

  test.each(['false', 'yes', '1', ''])('includeInactive=%p does not', async (value) => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', `${USERS}?includeInactive=${value}`);
    expect(json.meta.pageInfo?.totalResults).toBe(111);
  });

  test('each record is the very text that the user alone answers with', async () => {
    const { call } = await tenantUnderTest({ users: 30 });
    const { records } = await call('GET', `${USERS}?maxResults=50`);
    for (const record of records.slice(0, 12)) {
      const { data } = await call('GET', `${USERS}/${record.id}`);
      expect(data).toEqual(record);
    }
  });

  test('a field that was never set is left out, an empty one stays', async () => {
    const { call, tenant } = await tenantUnderTest();
    const unset = tenant.users.list().find((user) => user.phone === null);
    const empty = tenant.users.list().find((user) => user.phone === '');

    expect((await call('GET', `${USERS}/${unset?.id}`)).data).not.toHaveProperty('phone');
    expect((await call('GET', `${USERS}/${empty?.id}`)).data).toHaveProperty('phone', '');
  });

  test('the records of older releases have no uid and no customData', async () => {
    const older = { ...(await import('../../mock-server/index.js')).PROFILES[0], extendedRecords: false };
    const { call } = await tenantUnderTest({ profile: older as never });
    const { data } = await call('GET', `${USERS}/current`);
    expect(data).not.toHaveProperty('uid');
    expect(data).not.toHaveProperty('customData');
  });

  test.each([
    ['username=API.Service', ['filter-match'], 1],
    ['email=api.service@example.com', ['filter-match'], 1],
    ['email=api.service', ['filter-match'], 0],
    ['username=api.service&email=other@example.com', ['filter-match'], 0],
    ['username=api.service&username=nobody', ['filter-match'], 1],
    ['firstName=api&lastName=SERVICE', ['filter-match'], 1],
    ['username=', ['filter-empty', 'list-order'], 111],
    ['project=999', ['filter-project'], 0],
  ])('the filter %s', async (filter, inferred, total) => {
    const { call } = await tenantUnderTest();
    const answer = await call('GET', `${USERS}?${filter}`);
    expect(answer.json.meta.pageInfo?.totalResults).toBe(total);
    expect(answer.inferred).toEqual(inferred);
  });

  test('an inactive user is found by name only with includeInactive', async () => {
    const { call, tenant } = await tenantUnderTest();
    const inactive = tenant.users.list().find((user) => !user.active);
    const query = `username=${encodeURIComponent(inactive?.username ?? '')}`;
    expect((await call('GET', `${USERS}?${query}`)).records).toEqual([]);
    expect((await call('GET', `${USERS}?${query}&includeInactive=true`)).records).toHaveLength(1);
  });

  test('the project filter keeps the members of the groups of that project', async () => {
    const { call, tenant } = await tenantUnderTest();
    const groups = tenant.usergroups.list().filter(({ project }) => project === 14);
    const members = new Set(groups.flatMap(({ id }) => tenant.usergroups.memberIds(id)));
    const active = [...members].filter((id) => tenant.users.get(id)?.active).sort((a, b) => a - b);

    const { records } = await call('GET', `${USERS}?project=14&maxResults=50`);

    expect(active.length).toBeGreaterThan(0);
    expect(records.map(({ id }) => id)).toEqual(active);
  });

  test('any combination of filters finds what a plain scan finds', async () => {
    const { call, tenant } = await tenantUnderTest({ users: 60 });
    const users = tenant.users.list();
    const pick = <K extends 'username' | 'email' | 'firstName' | 'lastName' | 'licenseType'>(field: K) =>
      fc.option(fc.constantFrom(...users.map((user) => user[field])), { nil: undefined });
    const filters = fc.record({
      username: pick('username'),
      email: pick('email'),
      firstName: pick('firstName'),
      lastName: pick('lastName'),
      licenseType: pick('licenseType'),
      includeInactive: fc.constantFrom('true', undefined),
    });

    await fc.assert(
      fc.asyncProperty(filters, async ({ includeInactive, ...fields }) => {
        const query = new URLSearchParams({ maxResults: '50' });
        if (includeInactive !== undefined) query.set('includeInactive', includeInactive);
        for (const [name, value] of Object.entries(fields)) if (value !== undefined) query.set(name, value);

        const { records, json } = await call('GET', `${USERS}?${query}`);

        const expected = users.filter(
          (user) =>
            (user.active || includeInactive !== undefined) &&
            Object.entries(fields).every(
              ([name, value]) =>
                value === undefined || String(user[name as 'username']).toLowerCase() === value.toLowerCase(),
            ),
        );
        expect(json.meta.pageInfo?.totalResults).toBe(expected.length);
        expect(records.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });

  test('a licence type that does not exist is refused', async () => {
    const { call } = await tenantUnderTest();
    const { status, json } = await call('GET', `${USERS}?licenseType=PILOT`);
    expect(status).toBe(400);
    expect(json.meta.message).toMatch(/licenseType must be one of NAMED, /);
  });
});

describe('creating a user', () => {
  test('answers 201 with location and id, and no data; the user is active', async () => {
    const { call, tenant, origin } = await tenantUnderTest();

    const { status, text, json, headers } = await call('POST', USERS, {
      body: { ...neu, phone: null, title: '' },
    });

    const { id = 0, location } = json.meta;
    expect(status).toBe(201);
    expect(text).toBe(
      `{"meta":{"status":"Created","timestamp":"2025-07-03T17:43:03.807+0000","location":"${origin}/jama/rest/v1/users/${id}","id":${id}}}`,
    );
    expect(headers.location).toBe(location);
    expect(tenant.users.get(id)).toEqual({
      id,
      username: 'neu.er',
      firstName: 'Neu',
      lastName: "O'Er",
      email: 'neu.er@example.com',
      phone: null,
      title: '',
      location: null,
      licenseType: 'NAMED',
      active: true,
    });
  });

  test('a username is taken in any case', async () => {
    const { call } = await tenantUnderTest();
    const { status, json, inferred } = await call('POST', USERS, {
      body: { ...neu, username: 'API.service' },
    });
    expect(status).toBe(400);
    expect(json.meta.message).toContain('already exists');
    expect(inferred).toEqual(['username-taken']);
  });

  test.each([
    [{ username: undefined }, 'username is required.'],
    [{ password: undefined }, 'password is required.'],
    [{ firstName: null }, 'firstName is required.'],
    [{ licenseType: undefined }, 'licenseType is required.'],
    [{ username: 5 }, 'username must be of type string.'],
    [{ licenseType: 'PILOT' }, /^licenseType must be one of NAMED, FLOATING, /],
    [{ licenseType: 'INACTIVE' }, 'licenseType INACTIVE cannot be assigned.'],
    [{ username: 'two words' }, 'username is not valid.'],
    [{ firstName: '' }, 'firstName must not be blank.'],
    [{ lastName: '   ' }, 'lastName is not valid.'],
    [{ email: 'no-address' }, 'email is not valid.'],
    [{ password: 'short' }, 'password must have at least 6 characters.'],
    [{ username: 'x'.repeat(201) }, 'username must not be longer than 200 characters.'],
    [{ title: 'x'.repeat(65) }, 'title must not be longer than 64 characters.'],
  ])('%j is refused by name, and nothing is created', async (change, message) => {
    const { call, tenant } = await tenantUnderTest();

    const { status, json } = await call('POST', USERS, { body: { ...neu, ...change } });

    expect(status).toBe(400);
    expect(json.meta.message).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
    expect(tenant.users.list()).toHaveLength(120);
  });

  test('fields that it does not know are ignored, which is a guess', async () => {
    const { call } = await tenantUnderTest();
    const { status, inferred } = await call('POST', USERS, { body: { ...neu, active: false, extra: 1 } });
    expect(status).toBe(201);
    expect(inferred).toEqual(['field-unknown', 'user-created-active']);
  });

  test('an email that another user has is accepted, which is a guess', async () => {
    const { call, tenant } = await tenantUnderTest();
    const { email } = tenant.users.require(103);
    const { status, inferred } = await call('POST', USERS, { body: { ...neu, email } });
    expect([status, inferred]).toEqual([201, ['user-created-active', 'user-email-shared']]);
  });

  test('licences that are counted run out', async () => {
    const { call } = await tenantUnderTest({ licences: { TEST_RUNNER: 0 } });
    const { status, json } = await call('POST', USERS, { body: { ...neu, licenseType: 'TEST_RUNNER' } });
    expect(status).toBe(400);
    expect(json.meta.message).toBe('All 0 licenses of type TEST_RUNNER are in use.');
  });
});

describe('changing a user', () => {
  test('merges: what is not sent, or null, stays; a blank title is kept', async () => {
    const { call, tenant } = await tenantUnderTest();
    const before = tenant.users.get(103);

    const { status, text } = await call('PUT', `${USERS}/103`, {
      body: { phone: '123abc', title: ' ', location: null, password: 'whatever' },
    });

    expect(status).toBe(200);
    expect(text).toBe('{"meta":{"status":"OK","timestamp":"2025-07-03T17:43:03.807+0000"}}');
    expect(tenant.users.get(103)).toEqual({ ...before, phone: '123abc', title: ' ' });
  });

  test('a licence alone is enough', async () => {
    const { call, tenant } = await tenantUnderTest();
    await call('PUT', `${USERS}/103`, { body: { licenseType: 'STAKEHOLDER' } });
    expect(tenant.users.get(103)?.licenseType).toBe('STAKEHOLDER');
  });

  test('a new username and email are found, the old ones are free', async () => {
    const { call, tenant } = await tenantUnderTest();
    const old = tenant.users.get(103);

    await call('PUT', `${USERS}/103`, { body: { username: 'Renamed', email: 'renamed@example.com' } });

    expect((await call('GET', `${USERS}?username=renamed`)).records).toHaveLength(1);
    expect((await call('GET', `${USERS}?email=renamed@example.com`)).records).toHaveLength(1);
    expect((await call('GET', `${USERS}?username=${old?.username}`)).records).toEqual([]);
    expect((await call('GET', `${USERS}?email=${old?.email}`)).records).toEqual([]);
    expect((await call('POST', USERS, { body: { ...neu, username: old?.username } })).status).toBe(201);
  });

  test('a username may change its letters but not become that of another', async () => {
    const { call } = await tenantUnderTest();
    expect((await call('PUT', `${USERS}/101`, { body: { username: 'API.SERVICE' } })).status).toBe(200);
    expect((await call('PUT', `${USERS}/103`, { body: { username: 'api.Service' } })).status).toBe(400);
  });

  test('deactivation takes the licence, activation gives FLOATING, and the list follows', async () => {
    const { call, tenant } = await tenantUnderTest();
    const total = async () => (await call('GET', USERS)).json.meta.pageInfo?.totalResults;

    await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    expect(tenant.users.get(103)).toMatchObject({ active: false, licenseType: 'INACTIVE' });
    expect(await total()).toBe(110);

    await call('PUT', `${USERS}/103/active`, { body: { active: true } });
    expect(tenant.users.get(103)).toMatchObject({ active: true, licenseType: 'FLOATING' });
    expect(await total()).toBe(111);
  });

  test('activating an active user changes nothing', async () => {
    const { call, tenant } = await tenantUnderTest();
    const { status } = await call('PUT', `${USERS}/103/active`, { body: { active: true } });
    expect(status).toBe(200);
    expect(tenant.users.get(103)?.licenseType).toBe('NAMED');
  });

  test('a licence of an inactive user is kept until activation', async () => {
    const { call, tenant } = await tenantUnderTest();
    await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    const { inferred } = await call('PUT', `${USERS}/103`, { body: { licenseType: 'NAMED' } });
    expect(tenant.users.get(103)).toMatchObject({ active: false, licenseType: 'NAMED' });
    expect(inferred).toEqual(['licence-of-inactive-user']);
    await call('PUT', `${USERS}/103/active`, { body: { active: true } });
    expect(tenant.users.get(103)).toMatchObject({ active: true, licenseType: 'NAMED' });
  });

  test.each([['"true"'], ['1'], ['{}'], ['null']])('active=%s is refused', async (active) => {
    const { call, tenant } = await tenantUnderTest();
    const { status } = await call('PUT', `${USERS}/103/active`, { body: `{"active":${active}}` });
    expect(status).toBe(400);
    expect(tenant.users.get(103)?.active).toBe(true);
  });

  test.each(['', '/active'])('an unknown id answers 404 (PUT /users/99999%s)', async (suffix) => {
    const { call } = await tenantUnderTest();
    const { status, json } = await call('PUT', `${USERS}/99999${suffix}`, { body: { active: true } });
    expect(status).toBe(404);
    expect(json.meta.message).toBe('There is no user with id 99999.');
  });
});
