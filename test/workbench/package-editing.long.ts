import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../../connector/index.js';
import type { BenchView, PackageFacts, PackageView, SidesView } from '../../workbench/index.js';
import { maskedText } from '../../workbench/masked-text.js';
import { uncoveredText } from '../../workbench/uncovered-text.js';
import { dropped, type WorkbenchUnderTest, workbenchUnderTest } from '../helpers/workbench-under-test.js';

const textOf = ({ documents }: PackageView, name: string): string =>
  documents.find((document) => document.name === name)?.text ?? '';
const read = ({ ask }: WorkbenchUnderTest, tenant = 'jama') =>
  ask<PackageView>('GET', `/tenants/${tenant}/package`);

/** Saves a changed text of the chosen package. */
async function edit(bench: WorkbenchUnderTest, name: string, change: (text: string) => string) {
  const before = await read(bench);
  const text = change(textOf(before, name));
  return bench.raw('PUT', `/tenants/jama/package/documents/${name}`, { package: before.id, text });
}

describe('an edited connector JSON', () => {
  test('is a copy of the package for one tenant, with new findings at once and the EIC side as it was', async () => {
    const bench = await workbenchUnderTest({ tenants: ['alice'] });
    await bench.run({ flow: 'import accounts', mode: 'whole' });
    await bench.ended();

    const { status, body } = await edit(bench, 'ImportAccountEntJSON', (text) =>
      text.replace('"batchSize": 50', '"batchSize": 500'),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'jama-connect', origin: 'edited' });
    expect((body as PackageView).findings.map(({ code }) => code)).toEqual(['page-size-above-cap']);

    const { accounts } = await bench.ask<SidesView>('GET', '/tenants/jama/sides');
    expect(accounts.standings.same).toBe(60);
    const { runs, package: chosen } = await bench.ask<BenchView>('GET', '/tenants/jama');
    expect([runs.length, chosen.origin]).toEqual([1, 'edited']);

    expect(textOf(await read(bench, 'alice'), 'ImportAccountEntJSON')).toContain('"batchSize": 50,');
    const names = async (query: string) =>
      (await bench.ask<PackageFacts[]>('GET', `/packages${query}`)).map(({ origin }) => origin);
    expect(await names('?tenant=jama')).toContain('edited');
    for (const query of ['?tenant=alice', '']) expect(await names(query)).not.toContain('edited');
  }, 20_000);

  test('takes the place of the copy that it was made of, and runs as it was written', async () => {
    const bench = await workbenchUnderTest();
    await edit(bench, 'DisableAccountJSON', (text) => text.replace('"PUT"', '"POST"'));
    await edit(bench, 'EnableAccountJSON', (text) => `${text}\n`);
    const list = await bench.ask<PackageFacts[]>('GET', '/packages?tenant=jama');
    expect(list.filter(({ origin }) => origin === 'edited')).toHaveLength(1);
    await bench.run({ flow: 'disable', mode: 'whole', identity: 'eldred.dibbert' });
    expect(await bench.ended()).toMatchObject({ status: 'failed' });
    await edit(bench, 'DisableAccountJSON', (text) => text.replace('"POST"', '"PUT"'));
    await bench.run({ flow: 'disable', mode: 'whole', identity: 'eldred.dibbert' });
    expect(await bench.ended()).toMatchObject({ problems: [], status: 'ok' });
    expect((await read(bench)).findings).toEqual([]);
  }, 20_000);

  test('that is no JSON is refused with line and column, and changes nothing', async () => {
    const bench = await workbenchUnderTest();
    const before = await read(bench);
    const { status, body } = await edit(bench, 'CreateAccountJSON', (text) =>
      text.replace('"call": [', '"call": [,'),
    );
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'json-invalid',
      line: 3,
      column: 12,
      detail: expect.stringMatching(/^This is not JSON: line 3, column 12: .*\w/),
    });
    expect(await read(bench)).toEqual(before);
  });

  test('that is empty is saved as empty, but for the connection', async () => {
    const bench = await workbenchUnderTest();
    expect((await edit(bench, 'RemoveAccountJSON', () => '')).status).toBe(200);
    expect((await read(bench)).documents.find(({ name }) => name === 'RemoveAccountJSON')?.state).toBe(
      'empty',
    );
    expect(await edit(bench, 'ConnectionJSON', () => ' ')).toMatchObject({ status: 422 });
  });

  test('is refused while a run is in progress, on another package than its own, and under a name that is none', async () => {
    const bench = await workbenchUnderTest();
    await bench.run({ flow: 'import accounts', mode: 'step' });
    const { id } = await bench.until(({ waiting }) => waiting !== null);
    expect(await edit(bench, 'ConfigJSON', (text) => `${text}\n`)).toMatchObject({
      status: 409,
      body: { code: 'run-in-progress' },
    });
    await bench.ask('POST', `/tenants/jama/runs/${id}/back`);
    const put = (name: string, body: object) =>
      bench.raw('PUT', `/tenants/jama/package/documents/${name}`, body);
    expect(await put('ConfigJSON', { package: 'other', text: '{}' })).toMatchObject({
      status: 409,
      body: { code: 'package-changed' },
    });
    const body = { package: 'jama-connect', text: '{}' };
    expect(await put('OtherJSON', body)).toMatchObject({ status: 404, body: { code: 'document-unknown' } });
    expect(await put('ConfigJSON', { text: '{}' })).toMatchObject({
      status: 400,
      body: { code: 'body-invalid' },
    });
  });
});

const CONNECTION = JSON.stringify(
  {
    authentications: {
      first: {
        authType: 'oauth2',
        client_secret: 'secret-of-first',
        httpHeaders: { Authorization: 'Basic YWxpY2U6c2VjcmV0LW9mLWZpcnN0' },
      },
      second: { authType: 'oauth2', client_secret: 'secretOfSecond!' },
    },
  },
  null,
  2,
);

async function benchWithSecrets(): Promise<WorkbenchUnderTest> {
  const bench = await workbenchUnderTest();
  const { id } = await bench.ask<PackageView>('POST', '/packages', {
    name: 'mine',
    files: [dropped('ConnectionJSON.json', CONNECTION), dropped('CreateAccountJSON.json', '{"call":[]}')],
  });
  await bench.ask('PUT', '/tenants/jama/package', { id });
  return bench;
}

describe('secrets', () => {
  test('are covered where the text is shown, when it is saved and when it is taken away', async () => {
    const bench = await benchWithSecrets();
    const { status, body } = await edit(bench, 'ConnectionJSON', (text) =>
      text.replace('"oauth2"', '"Basic"'),
    );
    expect(status).toBe(200);
    const zip = await fetch(`${bench.origin}/__workbench/tenants/jama/package/zip`);
    expect(zip.headers.get('content-disposition')).toContain('mine.zip');
    const bytes = Buffer.from(await zip.arrayBuffer());
    const again = await bench.ask<PackageView>('POST', '/packages', {
      name: 'mine.zip',
      files: [dropped('mine.zip', bytes)],
    });
    expect(textOf(again, 'ConnectionJSON')).toContain('"Basic"');
    for (const shown of [body, again]) {
      const text = JSON.stringify(shown);
      for (const secret of ['secret-of-first', 'secretOfSecond!', 'YWxpY2U6'])
        expect(text).not.toContain(secret);
    }
  });

  test('that are written anew are taken; dots that cover nothing are refused with their place', async () => {
    const bench = await benchWithSecrets();
    const wrong = await edit(bench, 'ConnectionJSON', (text) =>
      text.replace(/"client_secret": "•+"/, '"client_secret": "••••"'),
    );
    expect(wrong).toMatchObject({ status: 422, body: { code: 'secret-covered', line: 5 } });
    expect((await read(bench)).origin).toBe('dropped');
    const right = await edit(bench, 'ConnectionJSON', (text) =>
      text.replace(/"client_secret": "•+"/, '"client_secret": "new"'),
    );
    expect(right.status).toBe(200);
  });
});

describe('covered secrets in a text that was edited', () => {
  const before = readDocument({ name: 'ConnectionJSON', text: CONNECTION });
  const masked = maskedText(CONNECTION);
  const backAgain = (text: string) => uncoveredText(text, before);

  test('are put back at their places, whatever else was changed', () => {
    expect(backAgain(masked)).toBe(CONNECTION);
    const change = (text: string) => text.replaceAll('oauth2', 'OAuth with more letters');
    expect(backAgain(change(masked))).toBe(change(CONNECTION));
  });

  test('go with the place, not with the order', () => {
    const swapped = JSON.parse(masked);
    const { first, second } = swapped.authentications;
    expect(JSON.parse(backAgain(JSON.stringify({ authentications: { second, first } })))).toEqual(
      JSON.parse(CONNECTION),
    );
  });

  test('are refused where two of the same length could be meant', () => {
    const moved = masked.replace('"second"', '"renamed"');
    expect(() => backAgain(moved)).toThrow(/dots cover no secret/);
  });

  test('go along with a key that was renamed when only one can be meant', () => {
    const text = '{"a": {"password": "one"}, "b": {"password": "three"}}';
    const old = readDocument({ name: 'ConnectionJSON', text });
    expect(uncoveredText(maskedText(text).replace('"b"', '"c"'), old)).toBe(text.replace('"b"', '"c"'));
  });

  test('of a text that was no JSON are put back when it is mended', () => {
    const broken = '{"a": {"password": "onesecret"},, "b": 1}';
    const old = readDocument({ name: 'ConnectionJSON', text: broken });
    expect(uncoveredText(maskedText(broken).replace(',,', ','), old)).toBe(broken.replace(',,', ','));
  });

  test('leave dots alone that somebody wrote as a text', () => {
    const text = '{"note": "• first", "password": "abc"}';
    const old = readDocument({ name: 'ConnectionJSON', text });
    expect(uncoveredText(maskedText(text).replace('first', 'second •'), old)).toBe(
      text.replace('first', 'second •'),
    );
  });

  test('are always the ones that were there, for any secrets', () => {
    const secret = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' });
    const entry = fc.record({ client_secret: secret, password: secret, note: fc.string() });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 8 }), entry), fc.string(), (value, added) => {
        const text = JSON.stringify(value, null, 2);
        const old = readDocument({ name: 'ConnectionJSON', text });
        const edited = { ...JSON.parse(maskedText(text)), added: { note: added.replaceAll('•', '') } };
        const result = JSON.parse(uncoveredText(JSON.stringify(edited), old));
        const { added: _, ...own } = result;
        expect({ ...own, ...('added' in value ? { added: value.added } : {}) }).toEqual(value);
      }),
    );
  });
});
