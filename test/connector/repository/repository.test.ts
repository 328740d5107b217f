import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openRepository, RepositoryError } from '../../../connector/index.js';
import { accountImport, calls, connectorFor } from '../setup.js';
import { startTarget, stopTargets } from '../target.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repository '));
});

afterEach(async () => {
  await stopTargets();
  await rm(folder, { recursive: true, force: true });
});

const documents = { ImportAccountEntJSON: accountImport(), UpdateAccountJSON: calls({ url: '/x' }) };

describe('the EIC side', () => {
  test('in a file is there again for the next connector', async () => {
    const file = join(folder, 'eic.json');
    const target = await startTarget(() => ({ body: { data: [{ id: 1, login: 'ann' }] } }));
    const first = connectorFor(target, documents, {
      repository: await openRepository({ file }),
      identities: [{ username: 'ann' }],
    });
    await first.importAccounts();
    await first.provision({ type: 'update', account: 'ann' });
    const second = connectorFor(target, documents, { repository: await openRepository({ file }) });
    expect(second.repository.accountByName('ann')).toMatchObject({ accountID: '1', user: 'ann' });
    expect(second.repository.tasks()).toHaveLength(1);
    expect(second.repository.jobs()).toHaveLength(1);
    expect((await second.importAccounts()).accounts).toMatchObject({ unchanged: 1, created: 0 });
  });

  test('in a file of an earlier version is read, and gets the lists that came later', async () => {
    const file = join(folder, 'eic.json');
    const lists = ['accounts', 'entitlements', 'links', 'tasks', 'jobs'].map((name) => [name, []]);
    const earlier = { ...Object.fromEntries(lists), identities: [{ username: 'ann' }] };
    await writeFile(file, JSON.stringify(earlier));
    const target = await startTarget(() => ({ body: { data: [{ id: 1, login: 'ann' }] } }));
    const repository = await openRepository({ file });
    expect([repository.owners(), repository.maps(), repository.requests()]).toEqual([[], [], []]);
    const connector = connectorFor(target, documents, { repository });
    await connector.importAccounts();
    await connector.provision({ type: 'update', account: 'ann' });
    const { requests, owners, identities } = JSON.parse(await readFile(file, 'utf8'));
    expect([requests.length, owners, identities.length]).toEqual([1, [], 1]);
  });

  test('keeps no token and no password in its file', async () => {
    const file = join(folder, 'eic.json');
    const target = await startTarget(({ path, headers }) => {
      if (path === '/token') return { body: { access_token: 'tok-12345' } };
      return headers.authorization === 'Bearer tok-12345'
        ? { body: { data: [{ id: 1, login: 'ann' }] } }
        : { status: 401 };
    });
    const connector = connectorFor(target, documents, { repository: await openRepository({ file }) });
    await connector.importAccounts();
    await connector.provision({ type: 'update', account: 'ann', password: 'Pass-word-1' });
    const text = await readFile(file, 'utf8');
    for (const secret of ['tok-12345', 'Pass-word-1', 'very-secret']) expect(text).not.toContain(secret);
  });

  test.each([
    ['is not JSON', '{"accounts": ['],
    ['is something else', '{"users": []}'],
    ['is a list', '[]'],
  ])('refuses a file that %s, and leaves it as it is', async (_, text) => {
    const file = join(folder, 'other.json');
    await writeFile(file, text);
    await expect(openRepository({ file })).rejects.toThrow(RepositoryError);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('gives accounts and links by key, by column and by account', async () => {
    const target = await startTarget(() => ({
      body: {
        data: [
          { id: 1, login: 'ann' },
          { id: 2, login: 'bob' },
        ],
      },
    }));
    const { repository, importAccounts } = connectorFor(target, documents);
    await importAccounts();
    expect(repository.account(2)?.name).toBe('bob');
    expect(repository.accountByColumn('accountID', '1')?.name).toBe('ann');
    expect(repository.accountByColumn('accountid', '9')).toBeUndefined();
    expect(repository.linksOf(1)).toEqual([]);
  });
});
