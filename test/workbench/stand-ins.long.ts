import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BenchView, BroughtView, PackageFacts, PackageView, SidesView } from '../../workbench/index.js';
import {
  dropped,
  PACKAGES,
  type WorkbenchUnderTest,
  workbenchUnderTest,
} from '../helpers/workbench-under-test.js';

const shipped = (name: string) => readFile(join(PACKAGES, 'jama-connect', `${name}.json`), 'utf8');
const largePages = async () =>
  dropped(
    'ImportAccountEntJSON.json',
    (await shipped('ImportAccountEntJSON')).replace('"batchSize": 50', '"batchSize": 100'),
  );
const bring = ({ ask }: WorkbenchUnderTest, body: object, tenant = 'jama') =>
  ask<BroughtView>('POST', `/tenants/${tenant}/package`, { name: 'brought', ...body });
const edited = async ({ ask }: WorkbenchUnderTest, tenant = 'jama') =>
  (await ask<PackageFacts[]>('GET', `/packages?tenant=${tenant}`))
    .filter(({ origin }) => origin === 'edited')
    .map(({ name }) => name);

describe('a connector JSON that is brought', () => {
  test('stands in for that of the package in use, for one tenant, with the EIC side as it was', async () => {
    const bench = await workbenchUnderTest({ tenants: ['alice'] });
    await bench.run({ flow: 'import accounts', mode: 'whole' });
    await bench.ended();
    const { package: chosen, standIns } = await bring(bench, { files: [await largePages()] });
    expect(standIns).toEqual(['ImportAccountEntJSON']);
    expect(chosen).toMatchObject({ name: 'jama-connect + ImportAccountEntJSON', origin: 'edited' });
    expect(chosen.findings.map(({ code }) => code)).toEqual(['page-size-above-cap']);
    expect(chosen.documents.filter(({ state }) => state === 'ok').length).toBeGreaterThan(5);

    const { accounts } = await bench.ask<SidesView>('GET', '/tenants/jama/sides');
    expect(accounts.standings.same).toBe(60);
    const view = await bench.ask<BenchView>('GET', '/tenants/jama');
    expect([view.runs.length, view.package.id]).toEqual([1, chosen.id]);
    expect((await bench.ask<BenchView>('GET', '/tenants/alice')).package.name).toBe('jama-connect');
    expect(await edited(bench, 'alice')).toEqual([]);
  }, 20_000);

  test('that is brought again leaves one package of its name, also from the package that it began with', async () => {
    const bench = await workbenchUnderTest();
    const files = [await largePages()];
    await bring(bench, { files });
    await bring(bench, { files });
    await bench.ask('PUT', '/tenants/jama/package', { id: 'jama-connect' });
    await bring(bench, { files });
    expect(await edited(bench)).toEqual(['jama-connect + ImportAccountEntJSON']);
  });

  test('joins those that were brought before', async () => {
    const bench = await workbenchUnderTest();
    const one = async (name: string) =>
      (await bring(bench, { files: [dropped(`${name}.json`, await shipped(name))] })).package.name;
    expect(await one('CreateAccountJSON')).toBe('jama-connect + CreateAccountJSON');
    expect(await one('AddAccessJSON')).toBe('jama-connect + CreateAccountJSON + AddAccessJSON');
    expect(await one('CreateAccountJSON')).toBe('jama-connect + CreateAccountJSON + AddAccessJSON');
    expect(await one('RemoveAccessJSON')).toBe('jama-connect + 3 connector JSONs');
    expect(await edited(bench)).toEqual(['jama-connect + 3 connector JSONs']);
  });

  test('that was downloaded here has the secrets that are covered in it', async () => {
    const bench = await workbenchUnderTest();
    const textOf = ({ documents }: PackageView) =>
      documents.find(({ name }) => name === 'ConnectionJSON')?.text ?? '';
    const text = textOf(await bench.ask<PackageView>('GET', '/tenants/jama/package'));
    const { package: chosen } = await bring(bench, { files: [dropped('ConnectionJSON.json', text)] });
    expect(textOf(chosen)).toBe(text);
    await bench.run({ flow: 'test connection', mode: 'whole' });
    expect(await bench.ended()).toMatchObject({ status: 'ok' });
  }, 20_000);

  test('that covers an unknown secret is refused with its place', async () => {
    const bench = await workbenchUnderTest();
    const text = '{ "authentications": { "other": { "clientSecret": "••••••" } } }';
    const files = [dropped('ConnectionJSON.json', text)];
    const { status, body } = await bench.raw('POST', '/tenants/jama/package', { name: 'it', files });
    expect([status, body]).toMatchObject([422, { code: 'secret-covered', line: 1 }]);
    expect((await bench.ask<BenchView>('GET', '/tenants/jama')).package.id).toBe('jama-connect');
  });

  test('waits for a run that is in progress', async () => {
    const bench = await workbenchUnderTest();
    await bench.run({ flow: 'import accounts', mode: 'step' });
    const refused = await bench.raw('POST', '/tenants/jama/package', {
      name: 'it',
      files: [await largePages()],
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'run-in-progress' } });
  });
});

describe('a package that is brought', () => {
  test('is chosen as a whole: a folder, however small, an export, and as many files as the package has', async () => {
    const bench = await workbenchUnderTest();
    const folder = await bring(bench, { whole: true, files: [await largePages()] });
    expect(folder).toMatchObject({ standIns: [], package: { origin: 'dropped' } });

    await bench.ask('PUT', '/tenants/jama/package', { id: 'jama-connect' });
    const attribute = {
      attributename: 'CreateAccountJSON',
      encryptedattributevalue: await shipped('CreateAccountJSON'),
    };
    const text = JSON.stringify({ Mine: { externalconnectiontype: 'REST', EXTERNAL_ATTR: [attribute] } });
    const exported = await bring(bench, { files: [dropped('CreateAccountJSON.json', text)] });
    expect(exported).toMatchObject({ standIns: [], package: { name: 'Mine', origin: 'dropped' } });

    await bench.ask('PUT', '/tenants/jama/package', { id: 'jama-connect' });
    const { documents } = await bench.ask<PackageView>('GET', '/tenants/jama/package');
    const files = documents.map(({ name, text: own }) => dropped(`${name}.json`, own));
    expect(await bring(bench, { files })).toMatchObject({ standIns: [], package: { origin: 'dropped' } });
  });
});
