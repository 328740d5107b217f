import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { PackageError, packTransport, readPackage, unpackToFolder } from '../../../connector/index.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package '));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const CIPHER = 'kZ81Lq0RtBvYw3HsNpXeAbCdEf12/+==';
const CREATE = '{\n  "call": [\n    { "url": "http://jama.example/acme/rest/v1/users" }\n  ]\n}';

function transport(
  texts: Record<string, string | null>,
  type = 'REST',
  name = 'Acme',
): Record<string, unknown> {
  const EXTERNAL_ATTR = Object.entries(texts).map(([attributename, encryptedattributevalue]) => ({
    attributename,
    encryptedattributevalue,
  }));
  return { [name]: { connectionname: name, externalconnectiontype: type, EXTERNAL_ATTR } };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const refusal = (path: string, options = {}) =>
  readPackage(path, options).then(
    () => undefined,
    (error: unknown) => (error instanceof PackageError ? error : undefined),
  );

describe('a package', () => {
  test('can be a folder of connector JSONs', async () => {
    await file('CreateAccountJSON.json', CREATE);
    await file('status_threshold_config.json', '{}');
    await file('notes.txt', 'not read');
    const found = await readPackage(folder);
    expect(found.document('CreateAccountJSON')).toMatchObject({
      state: 'ok',
      file: 'CreateAccountJSON.json',
      text: CREATE,
    });
    expect(found.document('STATUS_THRESHOLD_CONFIG')).toMatchObject({
      state: 'ok',
      file: 'status_threshold_config.json',
    });
    expect(found.document('AddAccessJSON').state).toBe('absent');
  });

  test('can be an EIC transport zip; cipher text and empty attributes are told apart', async () => {
    const json = transport({
      ConnectionJSON: CIPHER,
      CreateAccountJSON: CREATE,
      AddAccessJSON: null,
      ConfigJSON: '',
    });
    const zip = zipSync({
      'Connection_x.json': strToU8(JSON.stringify(json)),
      'ObjectSummary_x.json': strToU8('{"Objects":{}}'),
    });
    const found = await readPackage(await file('acme.zip', zip));
    expect(found.name).toBe('Acme');
    expect(found.document('CreateAccountJSON')).toMatchObject({
      state: 'ok',
      text: CREATE,
      file: 'CreateAccountJSON',
    });
    expect(found.document('AddAccessJSON').state).toBe('empty');
    expect(found.document('ConfigJSON').state).toBe('empty');
  });

  test('can be a transport JSON, or an unpacked transport folder', async () => {
    const path = await file('Connection_2026.json', JSON.stringify(transport({ CreateAccountJSON: CREATE })));
    expect((await readPackage(path)).document('CreateAccountJSON').state).toBe('ok');
    expect((await readPackage(folder)).name).toBe('Acme');
  });

  test('can be one connector JSON, known by its name or by its keys', async () => {
    expect(
      (await readPackage(await file('CreateAccountJSON.json', CREATE))).document('CreateAccountJSON').state,
    ).toBe('ok');
    const path = await file('import.json', '{"accountParams":{"call":{}}}');
    expect((await readPackage(path)).document('ImportAccountEntJSON').state).toBe('ok');
  });

  test('keeps a connector JSON that is not JSON, with its problem', async () => {
    await file('CreateAccountJSON.json', '{"call": [],}');
    expect((await readPackage(folder)).document('CreateAccountJSON')).toMatchObject({
      state: 'invalid',
      problem: { line: 1, column: 12 },
    });
  });
});

describe('ConnectionJSON', () => {
  test('is built in for Jama when the export has only cipher text, with the base URL of the other JSONs', async () => {
    const json = transport({ ConnectionJSON: CIPHER, CreateAccountJSON: CREATE });
    const document = (await readPackage(await file('t.json', JSON.stringify(json)))).document(
      'ConnectionJSON',
    );
    expect(document.origin).toBe('default');
    expect(document.value).toMatchObject({
      authentications: {
        acctAuth: {
          authType: 'oauth2',
          url: 'http://jama.example/acme/rest/oauth/token',
          retryFailureStatusCode: [401],
        },
      },
    });
  });

  test('comes from a file when one is named', async () => {
    const connection = await file('mine.json', '{"authentications":{}}');
    await file('CreateAccountJSON.json', CREATE);
    const document = (await readPackage(folder, { connection })).document('ConnectionJSON');
    expect(document).toMatchObject({ origin: 'file', file: 'mine.json', state: 'ok' });
  });
});

describe('a package that cannot be used', () => {
  test.each([
    ['a path that is not there', async () => join(folder, 'none'), 'package-not-found'],
    ['a folder without connector JSONs', async () => folder, 'package-no-connection'],
    ['a text that is no JSON', () => file('x.json', 'hello'), 'package-not-json'],
    ['JSON that is no connection', () => file('x.json', '{"a":1}'), 'package-no-connection'],
    [
      'a zip that is cut off',
      () => file('x.zip', zipSync({ 'a.json': strToU8('{}') }).subarray(0, 60)),
      'package-zip-broken',
    ],
    [
      'a zip without a connection',
      () => file('x.zip', zipSync({ 'a.json': strToU8('{}') })),
      'package-no-connection',
    ],
    [
      'a zip with too much in it',
      () => file('x.zip', zipSync({ 'a.json': new Uint8Array(17_000_000) })),
      'package-zip-too-large',
    ],
    [
      'a connection of another type',
      () => file('x.json', JSON.stringify(transport({ A: '{}' }, 'AD'))),
      'package-not-rest',
    ],
    [
      'an export of several connections',
      () =>
        file(
          'x.json',
          JSON.stringify({ ...transport({ A: '{}' }), ...transport({ A: '{}' }, 'REST', 'Other') }),
        ),
      'package-many-connections',
    ],
  ])('is refused with a code and a remedy: %s', async (_, make, code) => {
    const error = await refusal(await make());
    expect(error).toMatchObject({ code });
    expect(error?.remedy).toMatch(/\.$/);
    expect(error?.file).toContain(folder);
  });

  test('names the connection to take from several', async () => {
    const both = {
      ...transport({ ConfigJSON: '{}' }),
      ...transport({ ConfigJSON: '{"a":1}' }, 'REST', 'Other'),
    };
    const path = await file('x.json', JSON.stringify(both));
    expect((await readPackage(path, { name: 'Other' })).document('ConfigJSON').value).toEqual({ a: 1 });
  });

  test('a connection file that is not there is told apart from the package', async () => {
    await file('CreateAccountJSON.json', CREATE);
    expect(await refusal(folder, { connection: join(folder, 'nope.json') })).toMatchObject({
      code: 'connection-not-found',
    });
  });
});

describe('packing', () => {
  const ODD = '{\r\n\t"call": [ ],  "note": "é \\u00e9 \\/ \\"x\\"" \n}';

  test('gives a transport zip that reads back byte for byte, and unpacks to the same files', async () => {
    await file('CreateAccountJSON.json', ODD);
    await file('ConfigJSON.json', '{ broken');
    const zip = packTransport(await readPackage(folder), Date.UTC(2026, 0, 5), 'Acme');
    const path = join(folder, 'acme.zip');
    await writeFile(path, zip);
    const back = await readPackage(path);
    expect(back.name).toBe('Acme');
    expect(back.document('CreateAccountJSON').text).toBe(ODD);
    expect(back.document('ConfigJSON')).toMatchObject({ state: 'invalid', text: '{ broken' });
    const out = join(folder, 'out');
    expect((await unpackToFolder(back, out)).sort()).toEqual(['ConfigJSON.json', 'CreateAccountJSON.json']);
    expect(await readFile(join(out, 'CreateAccountJSON.json'), 'utf8')).toBe(ODD);
  });

  test('does not write over a folder that has something in it', async () => {
    await file('CreateAccountJSON.json', ODD);
    await expect(unpackToFolder(await readPackage(folder), folder)).rejects.toMatchObject({
      code: 'folder-not-empty',
    });
  });
});
