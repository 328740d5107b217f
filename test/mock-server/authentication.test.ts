import { describe, expect, test } from '@jest/globals';
import { NOW, tenantUnderTest } from '../helpers/tenant-under-test.js';

const anonymous = (authorization?: string) => ({
  anonymous: true,
  headers: authorization === undefined ? {} : { authorization },
});
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('authentication', () => {
  test('a call without credentials gets the captured 401: empty message, no WWW-Authenticate', async () => {
    const { call } = await tenantUnderTest();

    const { status, text, headers } = await call('GET', '/rest/v1/users', anonymous());

    expect(status).toBe(401);
    expect(text).toBe(
      '{"meta":{"status":"Unauthorized","timestamp":"2025-07-03T17:43:03.807+0000","message":""}}',
    );
    expect(headers).not.toHaveProperty('www-authenticate');
  });

  test.each(['/rest/v1/nothing', '/rest', '/rest/v1/', '/rest/latest/api-docs', '/rest/v2/users'])(
    '%s is not looked at before the caller is known',
    async (path) => {
      const { call } = await tenantUnderTest();
      expect((await call('GET', path, anonymous())).status).toBe(401);
    },
  );

  test.each([
    ['/rest/v1/nothing', true],
    ['/rest/v2/users', true],
    ['/rest', false],
    ['/rest/v1/', false],
    ['/rest/v1/users/101/active', false],
  ])('that %s is not looked at first is a guess: %s', async (path, guess) => {
    const { call } = await tenantUnderTest();
    expect((await call('GET', path, anonymous())).inferred).toEqual(guess ? ['authentication-first'] : []);
  });

  test('an older token is as good as the newest one, which is a guess', async () => {
    const { call, tenant, credentials } = await tenantUnderTest();
    expect((await call('GET', '/rest/v1/users/current')).inferred).toEqual([]);
    await tenant.tokens.issue(credentials, 'api.service');
    const { status, inferred } = await call('GET', '/rest/v1/users/current');
    expect([status, inferred]).toEqual([200, ['token-many-valid']]);
  });

  test('a token ends with its life, by the clock of the tenant', async () => {
    const { call, tenant } = await tenantUnderTest({ tokenTtl: 60 });
    expect((await call('GET', '/rest/v1/users/current')).status).toBe(200);

    tenant.clock.advance(59_999);
    expect((await call('GET', '/rest/v1/users/current')).status).toBe(200);
    tenant.clock.advance(1);
    const late = await call('GET', '/rest/v1/users/current');

    expect(late.status).toBe(401);
    expect(late.inferred).toEqual(['token-refused']);
    expect(late.headers['x-jama-sim-hint']).toMatch(/^The token ended 0 ms ago/);
  });

  test.each(['Bearer nonsense', 'Bearer ', 'bearer', 'Basic eDp5', 'Digest x', 'Bearer a b'])(
    '%p is refused',
    async (header) => {
      const { call } = await tenantUnderTest();
      expect((await call('GET', '/rest/v1/users', anonymous(header))).status).toBe(401);
    },
  );

  test('the scheme may be written in any case', async () => {
    const { call, tenant, credentials } = await tenantUnderTest();
    const { accessToken } = await tenant.tokens.issue(credentials, 'api.service');
    expect((await call('GET', '/rest/v1/users', anonymous(`bEARER ${accessToken}`))).status).toBe(200);
  });

  test('tokens can be ended at once, all of them or one', async () => {
    const { call, tenant, credentials } = await tenantUnderTest();
    const first = await tenant.tokens.issue(credentials, 'api.service');
    const second = await tenant.tokens.issue(credentials, 'api.service');
    const statusOf = async (token: string) =>
      (await call('GET', '/rest/v1/users', anonymous(`Bearer ${token}`))).status;

    expect(tenant.tokens.expire(first.id)).toBe(true);
    expect([await statusOf(first.accessToken), await statusOf(second.accessToken)]).toEqual([401, 200]);
    tenant.tokens.expireAll();
    expect(await statusOf(second.accessToken)).toBe(401);
    expect(tenant.tokens.list().map(({ expiresAt }) => expiresAt)).toEqual([NOW, NOW]);
  });

  test('tokens that ended long ago are forgotten', async () => {
    const { tenant, credentials } = await tenantUnderTest({ tokenTtl: 10 });
    await tenant.tokens.issue(credentials, 'api.service');
    tenant.clock.advance(20_001);
    await tenant.tokens.issue(credentials, 'api.service');
    expect(tenant.tokens.list()).toHaveLength(1);
  });

  test('Basic works where the profile has it: the owner with the secret, a created user with a password', async () => {
    const { call, credentials } = await tenantUnderTest({ profile: 'self-hosted' });
    const body = {
      username: 'basic.user',
      password: 'p:ss word',
      firstName: 'B',
      lastName: 'U',
      email: 'b@example.com',
      licenseType: 'NAMED',
    };
    await call('POST', '/rest/v1/users', { body });

    const owner = await call(
      'GET',
      '/rest/v1/users/current',
      anonymous(basic('api.service', credentials.clientSecret)),
    );
    const user = await call('GET', '/rest/v1/users/current', anonymous(basic('basic.user', 'p:ss word')));
    const wrong = await call('GET', '/rest/v1/users/current', anonymous(basic('basic.user', 'other')));

    expect(owner.data).toMatchObject({ username: 'api.service' });
    expect(user.data).toMatchObject({ username: 'basic.user' });
    expect(wrong.status).toBe(401);
  });

  test('today only holders of a NAMED licence may call', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.users.update(tenant.owner.id, { licenseType: 'FLOATING' });

    const { status, json } = await call('GET', '/rest/v1/users');

    expect(status).toBe(401);
    expect(json.meta.message).toBe('A named Creator license is required for access.');
  });

  test('access control answers 403 in the documented words', async () => {
    const { call } = await tenantUnderTest({ profile: 'access-controlled' });

    const { status, json } = await call('GET', '/rest/v1/users');

    expect(status).toBe(403);
    expect(json.meta).toMatchObject({
      status: 'Forbidden',
      message: 'This user is not permitted to use the API',
    });
  });

  test('an inactive caller is refused', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.users.setActive(tenant.owner.id, false);
    expect((await call('GET', '/rest/v1/users')).status).toBe(401);
  });
});
