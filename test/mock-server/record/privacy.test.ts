import { describe, expect, test } from '@jest/globals';
import { recordTenant, startRecorder } from '../../../mock-server/index.js';
import { deviatingTenant } from './deviating-tenant.js';

const CLIENT = { clientId: 'contosoclient15', clientSecret: 'Zx81-very-secret-25-chars' };

describe('a recording', () => {
  test('keeps the words of Jama where a name is one of them', async () => {
    const source = await deviatingTenant({ users: 1, ...CLIENT });
    const [owner] = source.tenant.users.list();
    source.tenant.users.update(owner?.id ?? 0, {
      username: 'user',
      firstName: 'Active',
      lastName: 'Named',
      email: 'username@contoso.com',
    });
    const recorder = await startRecorder({ target: source.url, credentials: CLIENT });
    const token = await fetch(`${recorder.url}/rest/oauth/token?grant_type=client_credentials`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64')}`,
      },
    });
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    await fetch(`${recorder.url}/rest/v1/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ username: 'user', password: 'secret1', firstName: 'A', lastName: 'B', email: 'a@b.c' },
        licenseType: 'NAMED',
      }),
    });
    const { users, errors, overrides } = await recorder.fixture();
    await recorder.stop();
    await source.close();
    expect(Object.keys(users[0] ?? {})).toContain('username');
    expect(users[0]).toMatchObject({ licenseType: 'NAMED', active: true });
    expect(['user', 'Active', 'Named']).not.toContain(users[0]?.username);
    expect(errors[0]?.body).toMatchObject({
      meta: {
        status: 'Bad Request',
        message: `A user with the username ${users[0]?.username} already exists.`,
      },
    });
    expect(overrides.messages?.['username-taken']?.message).toBe(
      'A user with the username {username} already exists.',
    );
  });

  test('is written by reading alone', async () => {
    const source = await deviatingTenant({ users: 20, groups: 3 });
    await recordTenant({ target: source.url, credentials: source.credentials });
    expect(new Set(source.asked.map((line) => line.replace(/\/\d+\//, '/ID/')))).toEqual(
      new Set([
        'POST /rest/oauth/token',
        'GET /rest/v1/users/current',
        'GET /rest/v1/users',
        'GET /rest/v1/usergroups',
        'GET /rest/v1/projects',
        'GET /rest/v1/usergroups/ID/users',
      ]),
    );
    await source.close();
  });
});
