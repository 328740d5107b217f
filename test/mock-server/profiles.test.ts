import { describe, expect, test } from '@jest/globals';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';

describe('a profile', () => {
  test('with REST access control answers 403 with the documented text', async () => {
    const { call } = await tenantUnderTest({ profile: 'access-controlled' });
    const { status, json, inferred } = await call('GET', USERS);
    expect([status, json.meta.status, json.meta.message, inferred]).toEqual([
      403,
      'Forbidden',
      'This user is not permitted to use the API',
      [],
    ]);
  });

  test('for Named Creators only refuses a float Creator, who is let in by the releases before', async () => {
    const today = await tenantUnderTest({ profile: 'named-creator-only' });
    expect(today.tenant.owner.licenseType).toBe('FLOATING');
    const { status, json } = await today.call('GET', USERS);
    expect([status, json.meta.message]).toEqual([401, 'A named Creator license is required for access.']);

    const before = await tenantUnderTest({ profile: 'cloud-2023' });
    before.tenant.users.update(before.tenant.owner.id, { licenseType: 'FLOATING' });
    expect((await before.call('GET', USERS)).status).toBe(200);
  });
});

describe('licences', () => {
  const neu = {
    username: 'mira',
    password: 'secret1',
    firstName: 'M',
    lastName: 'O',
    email: 'm@example.com',
  };

  test('that are used up are refused, until somebody gives one back', async () => {
    const { tenant: plain } = await tenantUnderTest();
    const used = plain.users.select({ licenseType: ['NAMED'] }).length;
    const { call, tenant } = await tenantUnderTest({ licences: { NAMED: used } });
    const create = () => call('POST', USERS, { body: { ...neu, licenseType: 'NAMED' } });

    const refused = await create();
    expect([refused.status, refused.inferred]).toEqual([400, ['licences-used-up']]);
    expect(refused.json.meta.message).toBe(`All ${used} licenses of type NAMED are in use.`);

    const [, second] = tenant.users.select({ licenseType: ['NAMED'] });
    await call('PUT', `${USERS}/${second?.id}/active`, { body: { active: false } });
    expect((await create()).status).toBe(201);
  });

  test.each([{ CREATOR: 5 }, { NAMED: -1 }, { NAMED: 1.5 }, { INACTIVE: 3 }])(
    '%j are no counts',
    async (licences) => {
      await expect(tenantUnderTest({ licences })).rejects.toMatchObject({ code: 'option-invalid' });
    },
  );
});
