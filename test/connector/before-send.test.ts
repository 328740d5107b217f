import { afterEach, describe, expect, test } from '@jest/globals';
import type { RequestTrace } from '../../connector/index.js';
import { accountCall, calls, connectorFor } from './setup.js';
import { startTarget, stopTargets } from './target.js';

afterEach(stopTargets);

/** As long as a JWT: longer than a trace shows of a value. */
const TOKEN = `fresh-and-secret-${'x1y2z3'.repeat(100)}`;

const target = () =>
  startTarget(({ path }) => ({
    body: path === '/token' ? { access_token: TOKEN } : { data: [{ id: 1, login: 'mira' }] },
  }));

const ACCOUNTS = {
  ImportAccountEntJSON: {
    accountParams: { connection: 'acctAuth', call: { call1: accountCall('/users') } },
  },
};

describe('a connector that asks before it sends', () => {
  test('shows each request without secrets, and sends it when it is told to', async () => {
    const asked: RequestTrace[] = [];
    const beforeSend = async (request: RequestTrace) => {
      asked.push(request);
      return 'send' as const;
    };
    const connector = connectorFor(await target(), ACCOUNTS, { beforeSend });
    expect((await connector.importAccounts()).status).toBe('ok');
    expect(asked.map(({ method, url: address }) => [method, new URL(address).pathname])).toContainEqual([
      'GET',
      '/users',
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/very-secret|fresh-and-secret|x1y2z3/);
  });

  test('stops a run before the request goes out, without a second try, and changes nothing', async () => {
    const answering = await target();
    const stopAtUsers = async ({ url }: RequestTrace) => (url.endsWith('/users') ? 'stop' : 'send');
    const connector = connectorFor(
      answering,
      { ...ACCOUNTS, ConfigJSON: { connectionTimeoutConfig: { retryCount: 3, retryWait: 1 } } },
      { beforeSend: stopAtUsers },
    );
    const outcome = await connector.importAccounts();
    expect([outcome.status, outcome.problems[0]?.code]).toEqual(['failed', 'run-stopped']);
    expect(answering.to('/users')).toEqual([]);
    expect(connector.repository.accounts()).toEqual([]);
  });
});

describe('a trace', () => {
  test('says what the paths of a template were bound to', async () => {
    const connector = connectorFor(
      await target(),
      {
        CreateAccountJSON: calls({ url: '/users/${user.employeeid.trim()}${accountName}' }),
      },
      { identities: [{ username: 'mira', employeeid: 'E7' }] },
    );
    await connector.provision({ type: 'create', identity: 'mira' });
    const templates = connector.trace.flatMap((step) => step.templates);
    const ofUrl = templates.find(({ pointer }) => pointer === '/call/0/url');
    expect(ofUrl?.bindings).toEqual({ 'user.employeeid': "'E7'", accountName: "'mira'" });
    const ofToken = templates.find(({ text }) => text === '${access_token}');
    expect(ofToken?.bindings?.access_token).toMatch(/\[REDACTED\]/);
    const [refreshed] = connector.trace.filter(({ outcome }) => outcome === 'ok').slice(-1);
    expect(refreshed?.templates.length).toBeGreaterThan(0);
    expect(JSON.stringify(connector.trace)).not.toMatch(/fresh-and-secret|x1y2z3/);
  });
});
