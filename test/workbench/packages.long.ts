import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { BenchView, PackageFacts, PackageView } from '../../workbench/index.js';
import { dropped, PACKAGES, workbenchUnderTest } from '../helpers/workbench-under-test.js';

const shipped = (file: string) => readFile(join(PACKAGES, 'jama-connect', file), 'utf8');

/** The shipped import with pages that are too large: a mistake with one line. */
async function largePages(): Promise<string> {
  return (await shipped('ImportAccountEntJSON.json')).replace('"batchSize": 50', '"batchSize": 100');
}

async function exported(): Promise<string> {
  const attributes = {
    ImportAccountEntJSON: await largePages(),
    CreateAccountJSON: await shipped('CreateAccountJSON.json'),
  };
  return JSON.stringify({
    Exported: {
      externalconnectiontype: 'REST',
      EXTERNAL_ATTR: Object.entries(attributes).map(([attributename, encryptedattributevalue]) => ({
        attributename,
        encryptedattributevalue,
      })),
    },
  });
}

describe('the shelf', () => {
  test('has the packages that come with jama-sim; the first one is chosen', async () => {
    const { ask } = await workbenchUnderTest();
    const list = await ask<PackageFacts[]>('GET', '/packages');
    expect(list).toContainEqual({ id: 'jama-connect', name: 'jama-connect', origin: 'shipped' });
    expect((await ask<BenchView>('GET', '/tenants/jama')).package).toEqual(list[0]);
  });

  test('shows a package with its texts, line for line', async () => {
    const { ask } = await workbenchUnderTest();
    const { documents, findings, checked } = await ask<PackageView>('GET', '/packages/jama-connect');
    const shown = documents.find(({ name }) => name === 'ImportAccountEntJSON');
    expect(shown?.text).toBe(await shipped('ImportAccountEntJSON.json'));
    expect([findings.filter(({ severity }) => severity === 'error'), checked]).toEqual([[], 'read']);
  });

  test('knows no other package', async () => {
    const { raw } = await workbenchUnderTest();
    expect(await raw('GET', '/packages/other')).toMatchObject({
      status: 404,
      body: { code: 'package-unknown' },
    });
  });
});

describe('a package that is dropped in', () => {
  test.each([
    ['a zip', async () => [dropped('export.zip', zipSync({ 'export.json': strToU8(await exported()) }))]],
    ['a transport JSON', async () => [dropped('export.json', await exported())]],
    [
      'a folder',
      async () => [
        dropped('ImportAccountEntJSON.json', await largePages()),
        dropped('CreateAccountJSON.json', await shipped('CreateAccountJSON.json')),
        dropped('readme.md', '# not a connector JSON'),
      ],
    ],
    ['one connector JSON', async () => [dropped('ImportAccountEntJSON.json', await largePages())]],
  ])('as %s is read, judged at its lines, and can be chosen', async (_, files) => {
    const { ask } = await workbenchUnderTest();
    const view = await ask<PackageView>('POST', '/packages', { name: 'mine', files: await files() });
    expect(view.origin).toBe('dropped');
    const text = view.documents.find(({ name }) => name === 'ImportAccountEntJSON')?.text ?? '';
    const found = view.findings.find(({ code }) => code === 'page-size-above-cap');
    expect(text.split('\n')[(found?.line ?? 0) - 1]).toContain('"batchSize": 100');
    const bench = await ask<BenchView>('PUT', '/tenants/jama/package', { id: view.id });
    expect(bench.package).toMatchObject({ id: view.id, origin: 'dropped' });
  });

  test('shows no secret, and every other character where it was', async () => {
    const { ask } = await workbenchUnderTest();
    const text = JSON.stringify(
      {
        authentications: {
          acctAuth: { httpParams: { client_secret: 'geh"eim' }, accessToken: 'Bearer abc.def' },
        },
      },
      null,
      2,
    );
    const { documents } = await ask<PackageView>('POST', '/packages', {
      name: 'mine',
      files: [dropped('ConnectionJSON.json', text)],
    });
    const shown = documents.find(({ name }) => name === 'ConnectionJSON')?.text ?? '';
    expect(shown).toBe(text.replace('geh\\"eim', '••••••••').replace('abc.def', '•••••••'));
  });

  test.each([
    ['nothing', { name: 'mine', files: [] }, 'body-invalid'],
    ['a broken zip', { name: 'mine', files: [dropped('a.zip', 'PK but no zip')] }, 'package-zip-broken'],
    ['no JSON', { name: 'mine', files: [dropped('a.json', '{"a":')] }, 'package-not-json'],
    ['a path', { name: 'mine', files: [dropped('../../a.json', '{}')] }, 'file-name-invalid'],
    [
      'a name of dots',
      { name: '..', files: [dropped('a.json', '{}'), dropped('b.json', '{}')] },
      'file-name-invalid',
    ],
    ['something that is not Base64', { name: 'mine', files: [{ name: 'a', content: '!' }] }, 'body-invalid'],
  ])('as %s is refused, and says why', async (_, body, code) => {
    const { raw } = await workbenchUnderTest();
    const answer = await raw('POST', '/packages', body);
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(JSON.stringify(answer.body)).not.toMatch(/jama-sim-dropped|\/tmp/);
  });

  test('the oldest goes when there are many', async () => {
    const { ask } = await workbenchUnderTest();
    for (let count = 0; count < 22; count += 1) {
      await ask('POST', '/packages', { name: 'mine', files: [dropped('ConfigJSON.json', '{}')] });
    }
    const kept = (await ask<PackageFacts[]>('GET', '/packages')).filter(({ origin }) => origin === 'dropped');
    expect([kept.length, kept[0]?.id]).toEqual([20, 'dropped-3']);
  });
});
