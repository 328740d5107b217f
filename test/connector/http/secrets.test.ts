import { afterEach, describe, expect, test } from '@jest/globals';
import { accountImport, calls, connectionJson, connectorFor } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

describe('secrets', () => {
  test('never reach the trace: token, client secret, password, cookie', async () => {
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: 'tok-12345', refresh_token: 'ref-98765' } };
      if (headers.authorization !== 'Bearer tok-12345') return { status: 401 };
      return {
        headers: { 'set-cookie': 'sid=cookie-value' },
        body: { data: [], echo: 'tok-12345', password: 'from-target' },
      };
    });
    const connector = connectorFor(
      target,
      {
        ConnectionJSON: connectionJson({ refreshTokenResponsePath: 'refresh_token' }),
        ImportAccountEntJSON: accountImport(),
        ChangePassJSON: calls({ url: '/pass/${password}', httpParams: '{"new":"${password}"}' }),
        UpdateUserJSON: calls({
          url: '/x',
          httpHeaders: { 'X-Api-Key': 'key-abc', Authorization: '${access_token}' },
        }),
      },
      { identities: [{ username: 'ann' }] },
    );
    await connector.importAccounts();
    await connector.provision({ type: 'update-user', identity: 'ann', password: 'Pass-word-1' });
    const shown = JSON.stringify([connector.trace, connector.repository.tasks()]);
    for (const secret of [
      'tok-12345',
      'ref-98765',
      'very-secret',
      'cookie-value',
      'from-target',
      'key-abc',
      'Pass-word-1',
    ]) {
      expect(shown).not.toContain(secret);
    }
    expect(shown).toContain('Bearer [REDACTED]');
  });

  test('named by maskInLogs are masked too', async () => {
    const target = await startTarget(() => ({ body: { data: [], pin: '12' } }));
    const documents = {
      ConnectionJSON: connectionJson({ maskInLogs: ['pin'] }),
      ImportAccountEntJSON: accountImport(),
    };
    const outcome = await connectorFor(target, documents).importAccounts();
    expect(outcome.steps[0]?.response?.body).toBe('{"data":[],"pin":"[REDACTED]"}');
  });
});

describe('the trace', () => {
  test('shows a step as data: the templates, the request, the answer, what was mapped', async () => {
    const target = await startTarget(() => ({ body: { data: [{ id: 1, login: 'ann' }] } }));
    const connector = connectorFor(target, { ImportAccountEntJSON: accountImport() });
    const { steps } = await connector.importAccounts();
    expect(steps).toEqual(connector.trace);
    expect(steps[0]).toMatchObject({
      flow: 'import-accounts',
      document: 'ImportAccountEntJSON',
      pointer: '/accountParams/call/call1',
      outcome: 'ok',
      request: { method: 'GET', url: 'http://target.example/users' },
      response: { status: 200, body: '{"data":[{"id":1,"login":"ann"}]}' },
      mapped: { records: 1 },
    });
    expect(steps[0]?.templates[0]).toMatchObject({
      pointer: '/accountParams/call/call1/http/httpHeaders/Authorization',
      text: '${access_token}',
    });
  });

  test('cuts long answers', async () => {
    const target = await startTarget(() => ({ body: { data: [], filler: 'x'.repeat(100_000) } }));
    const { steps } = await connectorFor(target, { ImportAccountEntJSON: accountImport() }).importAccounts();
    expect(steps[0]?.response?.body.length).toBeLessThan(5000);
    expect(steps[0]?.response?.body).toMatch(/\(100\d+ characters\)$/);
  });
});
