import { describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { NOW, type Sent, tenantUnderTest } from '../helpers/tenant-under-test.js';

const PATH = '/rest/oauth/token';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const client = { clientId: 'clientid0000001', clientSecret: 'secret00000000000000000001' };
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const signedIn = basic(client.clientId, client.clientSecret);
const grant = { body: 'grant_type=client_credentials', headers: { ...FORM, ...signedIn }, anonymous: true };

describe('the token endpoint', () => {
  test('gives a token of three fields that lives an hour', async () => {
    const { call } = await tenantUnderTest(client);

    const { status, json, headers } = await call('POST', PATH, grant);

    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['access_token', 'token_type', 'expires_in']);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(headers['content-type']).toBe('application/json');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('gives the seven fields of before July 2024 by profile', async () => {
    const { call } = await tenantUnderTest({ ...client, profile: 'cloud-2023' });

    const { json } = await call('POST', PATH, grant);

    expect(Object.keys(json)).toEqual([
      'access_token',
      'token_type',
      'expires_in',
      'scope',
      'application_data',
      'tenant',
      'jti',
    ]);
    expect(json).toMatchObject({
      token_type: 'bearer',
      expires_in: 3599,
      scope: 'token_information',
      application_data: { JAMA_CORE: 'api.service' },
    });
  });

  test('signs a JWT with the documented header and claims', async () => {
    const { call } = await tenantUnderTest({ ...client, tokenTtl: 90 });

    const { json } = await call('POST', PATH, grant);
    const { access_token: token } = json as unknown as { access_token: string };

    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(decodeJwt(token)).toEqual({
      scope: ['token_information'],
      exp: Math.floor(NOW / 1000) + 90,
      application_data: { JAMA_CORE: 'api.service' },
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      tenant: 'jamatenant00001',
      client_id: client.clientId,
    });
  });

  test('takes the grant type from the query string, with no body at all', async () => {
    const { call } = await tenantUnderTest(client);
    const { status } = await call('POST', `${PATH}?grant_type=client_credentials`, {
      headers: signedIn,
      anonymous: true,
    });
    expect(status).toBe(200);
  });

  test('keeps an older token valid when a new one is issued', async () => {
    const { call } = await tenantUnderTest(client);
    const tokens = [await call('POST', PATH, grant), await call('POST', PATH, grant)].map(
      ({ json }) => (json as unknown as { access_token: string }).access_token,
    );

    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      const { status } = await call('GET', '/rest/v1/users/current', {
        anonymous: true,
        headers: { authorization: `Bearer ${token}` },
      });
      expect(status).toBe(200);
    }
  });

  const refusals: [string, string, string, Sent, number, object, string][] = [
    [
      'a wrong secret',
      'POST',
      PATH,
      { ...grant, headers: { ...FORM, ...basic(client.clientId, 'no') } },
      401,
      { error: 'invalid_client' },
      'token-wrong-credentials',
    ],
    [
      'a wrong id',
      'POST',
      PATH,
      { ...grant, headers: { ...FORM, ...basic('no', client.clientSecret) } },
      401,
      { error: 'invalid_client' },
      'token-wrong-credentials',
    ],
    [
      'a missing header',
      'POST',
      PATH,
      { ...grant, headers: FORM },
      401,
      { error: 'invalid_client' },
      'token-no-credentials',
    ],
    [
      'a Basic header that is none',
      'POST',
      PATH,
      { ...grant, headers: { ...FORM, authorization: 'Basic !' } },
      401,
      { error: 'invalid_client' },
      'token-no-credentials',
    ],
    [
      'a missing grant type',
      'POST',
      PATH,
      { ...grant, body: 'scope=x' },
      400,
      { error: 'invalid_request' },
      'token-no-grant',
    ],
    [
      'an unknown grant type',
      'POST',
      PATH,
      { ...grant, body: 'grant_type=password' },
      400,
      { error: 'unsupported_grant_type' },
      'token-unknown-grant',
    ],
    [
      'a JSON body',
      'POST',
      PATH,
      { body: { grant_type: 'client_credentials' }, headers: signedIn, anonymous: true },
      415,
      { meta: { status: 'Unsupported Media Type' } },
      'token-media-type',
    ],
    [
      'a trailing slash',
      'POST',
      `${PATH}/`,
      grant,
      404,
      { meta: { status: 'Not Found' } },
      'token-trailing-slash',
    ],
    [
      'a GET',
      'GET',
      PATH,
      { headers: signedIn, anonymous: true },
      405,
      { meta: { status: 'Method Not Allowed' } },
      'method-not-allowed',
    ],
    [
      'a body that is too large',
      'POST',
      PATH,
      { ...grant, body: `grant_type=${'x'.repeat(1_100_000)}` },
      413,
      { meta: { status: 'Payload Too Large' } },
      'body-too-large',
    ],
  ];

  test.each(refusals)('answers %s in its own way', async (_, method, path, sent, status, body, rule) => {
    const { call } = await tenantUnderTest(client);

    const answer = await call(method, path, sent);

    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject(body);
    expect(answer.inferred).toContain(rule);
    if (status === 405) expect(answer.headers.allow).toBe('POST, OPTIONS');
  });

  test('each refusal has a hint of its own', async () => {
    const { call } = await tenantUnderTest(client);
    const hints = new Set<string | undefined>();
    const own = refusals.filter(([title]) => !/large|JSON|wrong id|none/.test(title));
    for (const [, method, path, sent] of own)
      hints.add((await call(method, path, sent)).headers['x-jama-sim-hint']);
    expect(hints.size).toBe(own.length);
    expect(hints).not.toContain(undefined);
  });

  test('refuses credentials whose owner is inactive, like wrong ones', async () => {
    const { call, tenant } = await tenantUnderTest(client);
    tenant.users.setActive(tenant.owner.id, false);

    const { status, inferred } = await call('POST', PATH, grant);

    expect(status).toBe(401);
    expect(inferred).toEqual(['token-owner-refused']);
  });

  test('used other words before July 2024', async () => {
    const { call } = await tenantUnderTest({ ...client, profile: 'cloud-2023' });
    const { json } = await call('POST', PATH, { ...grant, body: 'grant_type=password' });
    expect(json).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'Unsupported grant type: password',
    });
  });

  test('accepts credentials that were percent-encoded before they were put into Basic', async () => {
    const { call } = await tenantUnderTest({ clientId: 'a:b', clientSecret: 'c d/é' });
    const { status } = await call('POST', PATH, {
      ...grant,
      headers: { ...FORM, ...basic('a%3Ab', 'c%20d%2F%C3%A9') },
    });
    expect(status).toBe(200);
  });
});
