import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { accountCall, accountImport, connectorFor } from '../setup.js';
import { type Reply, startTarget, stopTargets } from '../target.js';

afterEach(stopTargets);

const USERS = JSON.stringify({ data: [{ id: 1, login: 'zoë' }] });

function importWith(httpHeaders: Readonly<Record<string, string>>): Record<string, unknown> {
  const call = accountCall('/users');
  const http = call.http as { readonly httpHeaders?: object };
  return {
    ImportAccountEntJSON: accountImport({
      ...call,
      http: { ...http, httpHeaders: { ...http.httpHeaders, ...httpHeaders } },
    }),
  };
}

async function imported(reply: Reply, headers: Readonly<Record<string, string>> = {}) {
  const target = await startTarget(() => reply);
  const connector = connectorFor(target, importWith(headers));
  const outcome = await connector.importAccounts();
  return { target, outcome, names: connector.repository.accounts().map(({ name }) => name) };
}

describe('an answer', () => {
  test.each([
    ['gzip', gzipSync(USERS)],
    ['deflate', deflateSync(USERS)],
    ['br', brotliCompressSync(USERS)],
  ])('that is encoded as %s, as the call asked, is read', async (encoding, body) => {
    const headers = { 'content-encoding': encoding };

    const { names, target } = await imported({ body, headers }, { 'Accept-Encoding': encoding });

    expect(names).toEqual(['zoë']);
    expect(target.seen[0]?.headers['accept-encoding']).toBe(encoding);
  });

  test('whose encoding is broken is no answer', async () => {
    const { outcome } = await imported({ body: USERS, headers: { 'content-encoding': 'gzip' } });

    expect(outcome.problems[0]?.code).toBe('connection-broken');
  });

  test('that begins with a byte order mark is read', async () => {
    const { names } = await imported({ body: `\uFEFF${USERS}` });

    expect(names).toEqual(['zoë']);
  });
});

describe('a header', () => {
  test('goes out without the white space around it', async () => {
    const { target } = await imported({ body: USERS }, { 'X-Trace': ' a b\n' });

    expect(target.seen[0]?.headers['x-trace']).toBe('a b');
  });

  test.each([
    ['a name with a blank', 'X Trace', 'a'],
    ['a line break inside', 'X-Trace', 'a\nb'],
  ])('with %s cannot be sent, and nothing is', async (_, name, value) => {
    const { outcome, target } = await imported({ body: USERS }, { [name]: value });

    expect(outcome.problems[0]?.code).toBe('request-invalid');
    expect(target.seen).toEqual([]);
  });
});
