import { afterEach, describe, expect, test } from '@jest/globals';
import { accountImport, calls, connectionJson, connectorFor, HOST } from '../setup.js';
import { type Reply, type Seen, startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const USERS = { body: { data: [{ id: 1, login: 'u1' }] } };

/** An API whose tokens are t1, t2 ...; only those in `good` are taken. */
function api(good: (token: string) => boolean): (seen: Seen) => Reply {
  let issued = 0;
  return ({ path, headers }) => {
    if (path === '/token') {
      issued += 1;
      return { body: { access_token: `t${issued}` } };
    }
    const token = (headers.authorization ?? '').replace('Bearer ', '');
    return good(token) ? USERS : { status: 401, body: { error: { code: 'ExpiredToken' } } };
  };
}

const documents = (connection: Record<string, unknown> = {}) => ({
  ConnectionJSON: connectionJson(connection),
  ImportAccountEntJSON: accountImport(),
});

describe('the token', () => {
  test('starts as the dummy, is fetched after the first refusal, and the call is repeated', async () => {
    const target = await startTarget(api((token) => token === 't1'));
    const outcome = await connectorFor(target, documents()).importAccounts();
    expect(outcome.status).toBe('ok');
    expect(target.seen.map(({ path, headers }) => `${path} ${headers.authorization}`)).toEqual([
      '/users Bearer start',
      `/token Basic ${Buffer.from('client:very-secret').toString('base64')}`,
      '/users Bearer t1',
    ]);
    expect(outcome.steps.map((step) => step.outcome)).toEqual(['refused', 'ok', 'ok']);
    expect(target.to('/token')[0]?.body).toBe('grant_type=client_credentials');
  });

  test('is kept for the next run of the same connector', async () => {
    const target = await startTarget(api((token) => token === 't1'));
    const connector = connectorFor(target, documents());
    await connector.importAccounts();
    await connector.importAccounts();
    expect(target.to('/token')).toHaveLength(1);
  });

  test('is refreshed when it expires in the middle of a run', async () => {
    let expired = false;
    const target = await startTarget(api((token) => token === (expired ? 't2' : 't1')));
    const connector = connectorFor(target, documents());
    await connector.importAccounts();
    expired = true;
    expect((await connector.importAccounts()).status).toBe('ok');
    expect(target.to('/token')).toHaveLength(2);
  });

  test('is fetched first when that is chosen', async () => {
    const target = await startTarget(api((token) => token === 't1'));
    await connectorFor(target, documents(), { semantics: { firstToken: 'eager' } }).importAccounts();
    expect(target.seen.map(({ path }) => path)).toEqual(['/token', '/users']);
  });

  test('is refreshed at most maxRefreshTryCount times', async () => {
    const target = await startTarget(api(() => false));
    const outcome = await connectorFor(target, documents({ maxRefreshTryCount: 2 })).importAccounts();
    expect(target.to('/token')).toHaveLength(2);
    expect(outcome).toMatchObject({
      status: 'failed',
      problems: [
        { code: 'authentication-refused', document: 'ConnectionJSON', pointer: '/authentications/acctAuth' },
      ],
    });
  });

  test.each([
    ['maxRefreshTryCount', { maxRefreshTryCount: 0 }, 'lets no new token be fetched'],
    ['tokenType', { tokenType: 'Basic' }, 'the token answer has the token_type Bearer'],
    ['tokenResponsePath', { tokenResponsePath: 'token_type' }, 'the token stands at access_token'],
  ])('that is refused is blamed on %s when that is the reason', async (key, connection, why) => {
    const target = await startTarget(({ path }) =>
      path === '/token' ? { body: { access_token: 't1', token_type: 'Bearer' } } : { status: 401 },
    );
    const outcome = await connectorFor(target, documents(connection)).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'authentication-refused',
      pointer: `/authentications/acctAuth/${key}`,
      message: expect.stringContaining(why),
    });
  });

  test.each([
    [401, { error: 'invalid_client' }, '/httpHeaders/Authorization'],
    [400, { error: 'unsupported_grant_type' }, '/httpParams/grant_type'],
    [404, {}, '/url'],
    [405, {}, '/httpMethod'],
    [415, {}, '/httpContentType'],
    [503, {}, ''],
  ])('whose request is answered %i %j is looked for at "%s"', async (status, body, key) => {
    const target = await startTarget(({ path }) => (path === '/token' ? { status, body } : { status: 401 }));
    const outcome = await connectorFor(target, documents()).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'token-request-failed',
      pointer: `/authentications/acctAuth${key}`,
    });
  });

  test('is not refreshed without retryFailureStatusCode, and the remedy says so', async () => {
    const target = await startTarget(api(() => false));
    const outcome = await connectorFor(target, documents({ retryFailureStatusCode: [] })).importAccounts();
    expect(target.to('/token')).toHaveLength(0);
    expect(outcome.problems[0]).toMatchObject({
      code: 'token-not-refreshed',
      pointer: '/authentications/acctAuth/retryFailureStatusCode',
    });
    expect(outcome.problems[0]?.remedy).toContain('retryFailureStatusCode');
  });

  test('is refreshed when the text at errorPath names authError, whatever the status', async () => {
    let calls = 0;
    const target = await startTarget(({ path }) => {
      if (path === '/token') return { body: { access_token: 't1' } };
      calls += 1;
      return calls === 1 ? { body: { 'odata.error': { code: 'InvalidAuthenticationToken: old' } } } : USERS;
    });
    const connection = {
      retryFailureStatusCode: [],
      errorPath: 'odata~dot#error.code',
      authError: ['InvalidAuthenticationToken'],
    };
    const outcome = await connectorFor(target, documents(connection)).importAccounts();
    expect(outcome.status).toBe('ok');
    expect(outcome.assumptions).toContain('error-text-match');
  });

  test('can come from a header, without a scheme', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { headers: { 'set-cookie': 'SID=abc123; Path=/; HttpOnly' }, body: {} };
      return headers.authorization === 'SID=abc123' ? USERS : { status: 401 };
    });
    const connection = { tokenResponsePath: '#HEADERS#Set-Cookie', tokenType: '' };
    expect((await connectorFor(target, documents(connection)).importAccounts()).status).toBe('ok');
  });
});

describe('a token request that fails', () => {
  test('is a problem at the authentication, without the secret', async () => {
    const target = await startTarget(({ path }) =>
      path === '/token'
        ? { status: 400, body: { error: 'invalid_client', hint: 'very-secret' } }
        : { status: 401 },
    );
    const outcome = await connectorFor(target, documents()).importAccounts();
    expect(outcome.problems[0]).toMatchObject({ code: 'token-request-failed', document: 'ConnectionJSON' });
    expect(JSON.stringify(outcome)).not.toContain('very-secret');
  });

  test('says when the answer has no token at tokenResponsePath', async () => {
    const target = await startTarget(({ path }) =>
      path === '/token' ? { body: { token: 'x' } } : { status: 401 },
    );
    const outcome = await connectorFor(target, documents()).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'token-not-found',
      pointer: '/authentications/acctAuth/tokenResponsePath',
    });
  });

  test('names the missing httpParams that EIC ends on', async () => {
    const target = await startTarget(() => ({ status: 401 }));
    const outcome = await connectorFor(target, documents({ httpParams: undefined })).importAccounts();
    expect(outcome.problems[0]?.code).toBe('connection-params-missing');
    expect(outcome.problems[0]?.message).toContain('put()');
  });
});

describe('other ways to authenticate', () => {
  test('Basic sends the encoded pair at once', async () => {
    const expected = `Basic ${Buffer.from('ann:pässword').toString('base64')}`;
    const target = await startTarget(({ headers }) =>
      headers.authorization === expected ? USERS : { status: 401 },
    );
    const connection = { authType: 'Basic', properties: { userName: 'ann', password: 'pässword' } };
    expect((await connectorFor(target, documents(connection)).importAccounts()).status).toBe('ok');
    expect(target.seen).toHaveLength(1);
  });

  test('Basic that is refused fails at once: there is nothing to refresh', async () => {
    const target = await startTarget(() => ({ status: 401 }));
    const connection = { authType: 'Basic', properties: { userName: 'ann', password: 'wrong-one' } };
    const outcome = await connectorFor(target, documents(connection)).importAccounts();
    expect(target.seen).toHaveLength(1);
    expect(outcome.problems[0]?.code).toBe('authentication-refused');
  });

  test('BasicWithAccessToken asks for the token with the pair', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token')
        return { body: { access_token: headers.authorization === 'Basic YTpiY2Q=' ? 'good' : 'bad' } };
      return headers.authorization === 'Bearer good' ? USERS : { status: 401 };
    });
    const connection = {
      authType: 'BasicWithAccessToken',
      httpHeaders: {},
      properties: { userName: 'a', password: 'bcd' },
    };
    expect((await connectorFor(target, documents(connection)).importAccounts()).status).toBe('ok');
  });

  test('Jwt puts a signed token into the token request', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: 't1' } };
      return headers.authorization === 'Bearer t1' ? USERS : { status: 401 };
    });
    const jwtConfig = {
      signedAlgorithm: 'HS256',
      key: 'a key of at least thirty-two bytes',
      jwtPayload: { iss: 'eic' },
      jwtExpiryDuration: 60,
    };
    const outcome = await connectorFor(target, documents({ authType: 'Jwt', jwtConfig })).importAccounts();
    expect(outcome.status).toBe('ok');
    const assertion = new URLSearchParams(target.to('/token')[0]?.body).get('assertion') ?? '';
    const payload = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    expect(payload).toMatchObject({ iss: 'eic' });
    expect(payload.exp - payload.iat).toBe(60);
  });

  test('httpParams may be a JSON text, sent as it is', async () => {
    const target = await startTarget(api((token) => token === 't1'));
    const connection = { httpContentType: 'application/json', httpParams: '{"username":"CLIENTID"}' };
    await connectorFor(target, documents(connection)).importAccounts();
    expect(target.to('/token')[0]).toMatchObject({ body: '{"username":"client"}' });
    expect(target.to('/token')[0]?.headers['content-type']).toBe('application/json');
  });

  test('a refresh token takes the place of ${refresh_token} and rotates', async () => {
    let valid = 'none';
    const target = await startTarget(({ path, headers, body }) => {
      if (path === '/token') {
        const used = new URLSearchParams(body).get('refresh_token') ?? '';
        valid = `for-${used}`;
        return { body: { access_token: valid, refresh_token: `${used}+` } };
      }
      return headers.authorization === `Bearer ${valid}` ? USERS : { status: 401 };
    });
    const connection = {
      refreshType: 'RefreshToken',
      refreshToken: 'r0',
      refreshTokenResponsePath: 'refresh_token',
      httpParams: { grant_type: 'refresh_token', refresh_token: '${refresh_token}' },
    };
    const connector = connectorFor(target, documents(connection));
    await connector.importAccounts();
    valid = 'gone';
    await connector.importAccounts();
    expect(target.to('/token').map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'r0',
      'r0+',
    ]);
  });

  test('a type that signs each request is refused by name', async () => {
    const target = await startTarget(() => USERS);
    const outcome = await connectorFor(target, documents({ authType: 'BasicWithHmac' })).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'authentication-type-unsupported',
      pointer: '/authentications/acctAuth/authType',
    });
    expect(target.seen).toHaveLength(0);
  });
});

describe('several authentications', () => {
  test('have a token each; a call uses the one it names', async () => {
    const entry = (connectionJson().authentications as Record<string, object>).acctAuth;
    const target = await startTarget(({ path, headers }) => {
      if (path.startsWith('/token')) return { body: { access_token: path.slice(1) } };
      const wanted = path === '/one' ? 'Bearer token-a' : 'Bearer token-b';
      return headers.authorization === wanted ? { body: {} } : { status: 401 };
    });
    const connector = connectorFor(
      target,
      {
        ConnectionJSON: {
          authentications: {
            a: { ...entry, url: `${HOST}/token-a` },
            b: { ...entry, url: `${HOST}/token-b` },
          },
        },
        UpdateUserJSON: calls({ url: '/one', connection: 'a' }, { url: '/two', connection: 'b' }),
      },
      { identities: [{ username: 'ann' }] },
    );
    expect((await connector.provision({ type: 'update-user', identity: 'ann' })).status).toBe('ok');
  });

  test('a name that ConnectionJSON does not have is a problem at the call', async () => {
    const target = await startTarget(() => USERS);
    const connector = connectorFor(target, {
      ...documents(),
      ImportAccountEntJSON: accountImport(undefined, { connection: 'userAuth' }),
    });
    expect((await connector.importAccounts()).problems[0]).toMatchObject({
      code: 'authentication-missing',
      document: 'ImportAccountEntJSON',
      pointer: '/accountParams/call/call1/connection',
    });
  });
});

describe('test connection', () => {
  const testConnectionParams = {
    http: { url: `${HOST}/me`, httpMethod: 'GET', httpHeaders: { Authorization: '${access_token}' } },
    successResponses: ['OK'],
    successResponsePath: 'meta.status',
    errors: ['Forbidden'],
    errorPath: 'meta.status',
  };

  test('makes the test call with a fresh token', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: 't1' } };
      return headers.authorization === 'Bearer t1' ? { body: { meta: { status: 'OK' } } } : { status: 401 };
    });
    const outcome = await connectorFor(target, documents({ testConnectionParams })).testConnection();
    expect(outcome).toMatchObject({ status: 'ok', authentications: [{ name: 'acctAuth', ok: true }] });
  });

  test('fails when the answer names an error', async () => {
    const target = await startTarget(() => ({ body: { meta: { status: 'Forbidden' } } }));
    const outcome = await connectorFor(target, documents({ testConnectionParams })).testConnection();
    expect(outcome).toMatchObject({ status: 'failed', problems: [{ code: 'test-connection-failed' }] });
  });

  test('without a test call fetches a token', async () => {
    const target = await startTarget(api(() => true));
    const outcome = await connectorFor(target, documents()).testConnection();
    expect(outcome.status).toBe('ok');
    expect(target.to('/token')).toHaveLength(1);
  });
});
