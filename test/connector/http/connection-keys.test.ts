import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, accountImport, connectionJson, connectorFor, HOST } from '../setup.js';
import { type Seen, startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const USERS = { body: { data: [{ id: 1, login: 'u1' }] } };

const documents = (connection: Record<string, unknown> = {}) => ({
  ConnectionJSON: connectionJson(connection),
  ImportAccountEntJSON: accountImport(),
});

describe('a refresh token', () => {
  const ASSERTION = {
    httpParams: { assertion: '${refresh_token}' },
    refreshType: 'RefreshToken',
    refreshToken: 'first-one',
    refreshTokenAuthError: ['assertion is expired'],
    refreshTokenErrorPath: 'problem.text',
    refreshTokenCall: {
      url: `${HOST}/assertion`,
      httpMethod: 'POST',
      httpParams: { client_id: 'c' },
      httpContentType: 'application/x-www-form-urlencoded',
      refreshTokenResponsePath: '',
    },
  };

  /** A target whose assertions are plain text; only the one named `good` gives a token. */
  const startAssertions = (why: string) =>
    startTarget(({ path, body, headers }: Seen) => {
      if (path === '/assertion') return { headers: { 'content-type': 'text/plain' }, body: ' second-one\n' };
      if (path === '/token') {
        return body === 'assertion=second-one'
          ? { body: { access_token: 't1' } }
          : { status: 400, body: { problem: { text: why }, hint: 'assertion is expired' } };
      }
      return headers.authorization === 'Bearer t1' ? USERS : { status: 401 };
    });

  test('that is refused at refreshTokenErrorPath is renewed by its own call, whose whole answer it may be', async () => {
    const target = await startAssertions('The assertion is expired.');
    const outcome = await connectorFor(target, documents(ASSERTION)).importAccounts();
    expect(outcome.problems).toEqual([]);
    expect(target.seen.map(({ path }) => path)).toEqual([
      '/users',
      '/token',
      '/assertion',
      '/token',
      '/users',
    ]);
    expect(JSON.stringify(outcome)).not.toContain('second-one');
  });

  test('is not renewed for an error that stands elsewhere', async () => {
    const target = await startAssertions('Something else.');
    const outcome = await connectorFor(target, documents(ASSERTION)).importAccounts();
    expect(target.to('/assertion')).toHaveLength(0);
    expect(outcome.problems[0]?.code).toBe('token-request-failed');
  });

  test.each([
    [true, 1],
    [false, 0],
  ])('is renewed right after each token when refreshTokenFlag is %s', async (refreshTokenFlag, times) => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: 't1' } };
      if (path === '/assertion') return { body: { next: 'second-one' } };
      return headers.authorization === 'Bearer t1' ? USERS : { status: 401 };
    });
    const connection = {
      ...ASSERTION,
      refreshTokenFlag,
      refreshTokenCall: { ...ASSERTION.refreshTokenCall, refreshTokenResponsePath: 'next' },
    };
    expect((await connectorFor(target, documents(connection)).importAccounts()).status).toBe('ok');
    expect(target.to('/assertion')).toHaveLength(times);
  });
});

describe('cookies', () => {
  test('of the token answer go out with every call, and the token stays what it is', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token')
        return { headers: { 'set-cookie': 'SID=abc-123; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT' } };
      return headers.cookie === 'SID=abc-123' ? USERS : { status: 401 };
    });
    const connection = {
      authType: 'cookies',
      httpParams: { user: 'a', key: '${apiKey}', at: '${timestamp}' },
      properties: { apiKey: 'my-key' },
      cookies: '${cookies}',
      tokenResponsePath: '',
      tokenType: '',
      accessToken: 'start',
    };
    const outcome = await connectorFor(target, documents(connection)).importAccounts();
    expect(outcome.problems).toEqual([]);
    const fields = new URLSearchParams(target.to('/token')[0]?.body);
    expect(Object.fromEntries(fields)).toMatchObject({ key: 'my-key', at: String(Date.UTC(2026, 0, 5, 8)) });
    expect(target.seen.at(-1)?.headers.authorization).toBe('start');
    expect(outcome.assumptions).toContain('cookie-authentication');
    expect(JSON.stringify(outcome)).not.toContain('abc-123');
  });
});

describe('cleanUpTextContent', () => {
  const DIRTY = '\ufeff{"data":[{"id":1,"login":"u\u200b1","note":"a\tb"}]}';

  test.each([
    [true, 'ok'],
    [false, 'failed'],
  ])('set to %s: an answer with characters that JSON does not take ends %s', async (clean, status) => {
    const target = await startTarget(() => ({ body: DIRTY }));
    const connector = connectorFor(target, documents({ cleanUpTextContent: clean }));
    const outcome = await connector.importAccounts();
    expect(outcome.status).toBe(status);
    expect(outcome.problems.map(({ code }) => code)).toEqual(clean ? [] : ['response-not-json']);
    if (clean) expect(connector.repository.accounts()[0]?.name).toBe('u1');
  });
});

describe('timeOutError', () => {
  test.each([
    ['refresh-count', 3],
    ['retry-count', 1],
  ] as const)('a call that times out is sent again by %s', async (timeOutError, times) => {
    const target = await startTarget(async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return USERS;
    });
    const connector = connectorFor(
      target,
      {
        ...documents({ timeOutError: 'Read timed out', maxRefreshTryCount: 2 }),
        ConfigJSON: { connectionTimeoutConfig: { readTimeout: 0.15 } },
      },
      { semantics: { timeOutError } },
    );
    const outcome = await connector.importAccounts();
    expect(outcome.problems[0]?.code).toBe('target-timeout');
    expect(outcome.assumptions).toContain('timeout-error');
    expect(target.to('/users')).toHaveLength(times);
  });
});

describe('what cannot be done', () => {
  const ssl = { keyFile: 'keys.jks', keyFilePassword: 'secret-of-the-key', keyStoreType: 'JKS' };

  test.each([
    ['BasicWithHmac', { authType: 'BasicWithHmac' }, 'authentication-type-unsupported', '/authType'],
    ['SignedHeaders', { authType: 'SignedHeaders' }, 'authentication-type-unsupported', '/authType'],
    ['mTLS', { authType: 'mTLS' }, 'authentication-type-unsupported', '/authType'],
    ['Digest', { authType: 'Digest' }, 'authentication-type-unsupported', '/authType'],
    ['ssl', { ssl }, 'ssl-unsupported', '/ssl'],
  ])('%s is refused by name before anything is sent', async (name, changes, code, pointer) => {
    const target = await startTarget(() => USERS);
    const connector = connectorFor(target, documents(changes));
    for (const outcome of [await connector.importAccounts(), await connector.testConnection()]) {
      expect(outcome).toMatchObject({
        status: 'failed',
        problems: [{ code, document: 'ConnectionJSON', pointer: `/authentications/acctAuth${pointer}` }],
      });
      expect(outcome.problems[0]?.message).toContain(name);
      expect(outcome.problems[0]?.remedy).not.toBe('');
      expect(JSON.stringify(outcome)).not.toContain('secret-of-the-key');
    }
    expect(target.seen).toHaveLength(0);
  });

  test('ssl of a call is refused too', async () => {
    const target = await startTarget(() => USERS);
    const call = accountCall('/users');
    const http = { ...(call.http as object), ssl };
    const outcome = await connectorFor(target, {
      ImportAccountEntJSON: accountImport({ ...call, http }),
    }).importAccounts();
    expect(outcome.problems[0]).toMatchObject({
      code: 'ssl-unsupported',
      pointer: '/accountParams/call/call1/http/ssl',
    });
  });

  test('names of ways to authenticate are read in any case', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token')
        return { body: { access_token: headers.authorization === 'Basic YTpi' ? 't1' : 'x' } };
      return headers.authorization === 'Bearer t1' ? USERS : { status: 401 };
    });
    const connection = {
      authType: 'BASICWITHACCESSTOKEN',
      httpHeaders: {},
      properties: { userName: 'a', password: 'b' },
    };
    expect((await connectorFor(target, documents(connection)).importAccounts()).status).toBe('ok');
  });
});

test('the header of authHeaderName is a secret', async () => {
  const target = await startTarget(() => USERS);
  const call = accountCall('/users', {});
  const http = { ...(call.http as object), httpHeaders: { 'X-Session-Key': 'plain-key-77' } };
  const outcome = await connectorFor(target, {
    ConnectionJSON: connectionJson({ authHeaderName: 'X-Session-Key' }),
    ImportAccountEntJSON: accountImport({ ...call, http }),
  }).importAccounts();
  expect(target.seen[0]?.headers['x-session-key']).toBe('plain-key-77');
  expect(JSON.stringify(outcome)).not.toContain('plain-key-77');
});
