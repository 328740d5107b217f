import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readPackage } from '../../../connector/index.js';
import { type CheckResult, checkPackage, lintFiles, reporters } from '../../../contracts/index.js';
import { sharedFile, testWithShared } from '../../helpers/shared.js';
import { temporaryFolder } from '../../helpers/temporary-package.js';

/** An invented product, and a package for it that is right. */
const fixtures = resolve('fixtures/other-targets');
const orchardText = readFileSync(join(fixtures, 'orchard.yaml'), 'utf8');
const orchardApi = parse(orchardText);
const orchardPackage: Record<string, unknown> = Object.fromEntries(
  readdirSync(join(fixtures, 'orchard')).map((name) => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(join(fixtures, 'orchard', name), 'utf8')),
  ]),
);

async function openApiFile(content: unknown, name = 'api.json'): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-openapi-')), name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}

/** The package with one text of it replaced by another. */
function changed(from: string, to: string): Record<string, unknown> {
  const text = JSON.stringify(orchardPackage);
  if (!text.includes(from)) throw new Error(`The package has no ${from}.`);
  return JSON.parse(text.replace(from, to));
}

const problems = ({ findings }: CheckResult): string[] =>
  findings
    .filter(({ code }) => code !== 'task-not-possible')
    .map(({ file, code, message }) => `${file} ${code}: ${message}`);

/** What is only true of Jama, or only known of it. */
const aboutTheTarget =
  /^(body-field-|wrong-|mapping-path-unknown|paging-missing|page-size|paging-parameter|attribute-not|id-from|link-key-mismatch)(?!shape)/;

describe('a package that does not speak to Jama', () => {
  test('is held against the rules that are true of every target, and no scenario is told', async () => {
    const result = await checkPackage(await temporaryFolder(orchardPackage));

    expect(problems(result)).toEqual([]);
    expect(result.findings.map(({ severity }) => severity)).toEqual(result.findings.map(() => 'warning'));
    expect(new Set(result.scenarios.map(({ status }) => status))).toEqual(new Set(['not-possible']));
    expect(result.scenarios[0]?.reason).toBe(
      'the package does not speak to Jama; give its OpenAPI with --openapi FILE',
    );
  });

  test('still has its mistakes found', async () => {
    const result = await lintFiles(await temporaryFolder(changed('${user.username}', '${user.usernam}')));

    expect(problems(result)).toEqual([
      'CreateAccountJSON unknown-binding: An EIC user has no "user.usernam"; "user.username" there is.',
    ]);
  });

  test.each([
    [
      'a call goes to a path of Jama',
      { UpdateAccountJSON: 'https://x.example/rest/v1/users/${account.accountID}' },
    ],
    ['an address names Jama', { UpdateAccountJSON: 'https://x.example/jama/users' }],
  ])('is Jama all the same when %s', async (_, { UpdateAccountJSON: url }) => {
    const folder = await temporaryFolder({ UpdateAccountJSON: { call: [{ url, httpMethod: 'PUT' }] } });

    expect((await lintFiles(folder)).target).toEqual({ name: 'Jama' });
  });

  test('is Jama all the same when its ConnectionJSON asks the token endpoint of Jama', async () => {
    const auth = { authType: 'oauth2', url: 'https://x.example/rest/oauth/token', httpMethod: 'POST' };
    const folder = await temporaryFolder({
      ...orchardPackage,
      ConnectionJSON: { authentications: { acctAuth: auth } },
    });

    expect((await lintFiles(folder)).target).toEqual({ name: 'Jama' });
  });
});

describe('with the OpenAPI of its target', () => {
  test.each([
    ['JSON', JSON.stringify(orchardApi), 'api.json'],
    ['YAML', orchardText, 'api.yaml'],
  ])('as %s, a package that is right gets no error', async (_, text, name) => {
    const result = await checkPackage(await temporaryFolder(orchardPackage), {
      openapi: await openApiFile(text, name),
    });

    expect(problems(result)).toEqual([]);
    expect(result.target.name).toBe('Orchard');
    expect(result.scenarios[0]?.reason).toMatch(/held against the OpenAPI of Orchard/);
  });

  test.each([
    [
      'a path that it does not have',
      '/api/v2/people/${account.accountID}"',
      '/api/v2/persons/${account.accountID}"',
      'UpdateAccountJSON wrong-path: Orchard has nothing at /persons/{}.',
    ],
    [
      'a method that it does not have',
      '"PATCH"',
      '"PUT"',
      'UpdateAccountJSON wrong-method: Orchard has no PUT /people/{}.',
    ],
    [
      'a body without a field that it demands',
      '\\"kind\\":\\"PICKER\\",',
      '',
      'CreateAccountJSON body-field-missing: The body lacks "kind", which Orchard demands.',
    ],
    [
      'a value that is none of its own',
      'PICKER',
      'GUEST',
      'CreateAccountJSON body-field-type: "kind" is sent as the text "GUEST"; Orchard takes one of PICKER, KEEPER.',
    ],
    [
      'a field that it does not take',
      '{\\"kind\\":\\"KEEPER',
      '{\\"kinds\\":\\"KEEPER',
      'UpdateAccountJSON body-field-unknown: "kinds" is not a field that Orchard takes here.',
    ],
    [
      'a value that 3.0 bounds',
      '\\"age\\":null',
      '\\"age\\":0',
      'CreateAccountJSON body-field-type: "age" is sent as 0; Orchard takes integer.',
    ],
    [
      'a mapping to nothing',
      '"login~#~char"',
      '"logon~#~char"',
      'ImportAccountEntJSON mapping-path-unknown: The documented answer of Orchard has nothing at "logon"; "name" stays empty.',
    ],
    [
      'a mapping into nothing of a list',
      'trees[0].kind',
      'trees[0].sort',
      'ImportAccountEntJSON mapping-path-unknown: The documented answer of Orchard has nothing at "trees[0].sort"; "customproperty1" stays empty.',
    ],
    [
      'a list under another name',
      '"listField":"people"',
      '"listField":"data"',
      'ImportAccountEntJSON mapping-path-unknown: The answer of Orchard has no "data".',
    ],
    [
      'pages that are too large',
      '"batchSize":40',
      '"batchSize":100',
      'ImportAccountEntJSON page-size-above-cap: Pages of 100 are asked for; Orchard gives at most 40, and the rest of each page is lost.',
    ],
    [
      'a parameter that it does not have',
      '"offsetParam":"from"',
      '"offsetParam":"start"',
      'ImportAccountEntJSON paging-parameter-unknown: Orchard has no query parameter "start" here.',
    ],
    [
      'an id that is not in the answer',
      'call1.message.id',
      'call1.message.key',
      'CreateAccountJSON new-account-id: accountIdPath "call1.message.key" leads to nothing in the answer that Orchard gives.',
    ],
  ])('%s is found', async (_, from, to, expected) => {
    const result = await lintFiles(await temporaryFolder(changed(from, to)), {
      openapi: await openApiFile(orchardApi),
    });

    expect(problems(result)).toEqual([expected]);
    expect(result.findings.map(({ remedy }) => remedy).join()).not.toMatch(/jama|startAt|pageInfo/i);
  });

  test('a package of another product is only read for what is true of every target', async () => {
    const text = JSON.stringify(orchardPackage).replaceAll(
      'north.orchard.example/api/v2/people',
      'else.example/v9/staff',
    );
    const folder = await temporaryFolder(JSON.parse(text));

    const result = await lintFiles(folder, { openapi: await openApiFile(orchardApi) });

    expect(problems(result)).toEqual([]);
    expect(result.target.notSimulated).toMatch(/no call of the package goes to a path of Orchard/);
    const options = {
      package: await readPackage(folder),
      color: false,
      durationMs: 1,
      version: '0',
      workingDirectory: folder,
    };
    expect(reporters.pretty.render(result, options)).toContain(
      'Only read: no call of the package goes to a path of Orchard',
    );
  });

  test.each([
    ['{"openapi": "3.1.0",\n "paths": {]}', 'openapi-invalid', /api\.json:2:\d+ {2}/],
    ['{"swagger": "2.0", "paths": {}}', 'openapi-invalid', /is a description of Swagger 2\.0/],
    ['hello', 'openapi-invalid', /no OpenAPI document/],
    ['{"openapi": "3.1.0", "paths": {}}', 'openapi-invalid', /has no paths/],
    [
      { ...orchardApi, paths: { '/a': { $ref: 'other.yaml#/a' } } },
      'openapi-invalid',
      /refers to other\.yaml#\/a/,
    ],
    [
      { ...orchardApi, components: {} },
      'openapi-invalid',
      /refers to #\/components\/\S+, which leads to nothing/,
    ],
    [
      {
        ...orchardApi,
        components: {
          ...orchardApi.components,
          schemas: { ...orchardApi.components.schemas, Kind: { $ref: '#/components/schemas/Kind' } },
        },
      },
      'openapi-invalid',
      /#\/components\/schemas\/Kind, which leads to nothing/,
    ],
  ])('%j is refused with what to do', async (content, code, message) => {
    const refused = lintFiles(await temporaryFolder(orchardPackage), { openapi: await openApiFile(content) });

    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      remedy: expect.any(String),
    });
  });

  test('a file that is not there is refused', async () => {
    await expect(lintFiles(await temporaryFolder({}), { openapi: '/no/such/file' })).rejects.toMatchObject({
      code: 'openapi-unreadable',
    });
  });
});

describe('what published packages do', () => {
  const call = {
    http: {
      url: 'https://x.example/groups/${id}/people',
      httpMethod: 'GET',
      httpHeaders: { A: '${access_token}' },
    },
    listField: 'people',
    acctIdPath: 'id',
    acctKeyField: 'accountID',
    entKeyField: 'entitlementID',
  };
  const withLinks = (section: object, ownType: object) => ({
    ImportAccountEntJSON: {
      entitlementParams: { processingType: 'SequentialAndIterative', entTypes: { groups: {} } },
      acctEntParams: { ...section, entTypes: { groups: { call: { call1: { ...call, ...ownType } } } } },
    },
  });
  const codesOf = async (documents: Record<string, unknown>) =>
    (await lintFiles(await temporaryFolder(documents))).findings
      .filter(({ code }) => /^(wrong-shape|link-keys-missing|column-unknown)$/.test(code))
      .map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`);
  const link = '/acctEntParams/entTypes/groups/call/call1';

  test('numbers and null among the statuses are no mistake, booleans are', async () => {
    const status = (activeStatus: unknown) => ({
      STATUS_THRESHOLD_CONFIG: {
        statusAndThresholdConfig: { statusColumn: 'customproperty3', activeStatus },
      },
    });

    expect(await codesOf(status(['true', 1, null]))).toEqual([]);
    expect(await codesOf(status([true]))).toEqual([
      'error wrong-shape /statusAndThresholdConfig/activeStatus/0',
    ]);
  });

  test('the processing type of links may stand in the section, but must stand somewhere', async () => {
    const processingType = 'httpEntToAcct';

    expect(await codesOf(withLinks({}, { processingType }))).toEqual([]);
    expect(await codesOf(withLinks({ processingType }, {}))).toEqual([
      `warning link-keys-missing ${link}/processingType`,
    ]);
    expect(await codesOf(withLinks({}, {}))).toEqual([`error link-keys-missing ${link}/processingType`]);
  });

  test('a column that keeps links until they are read is one', async () => {
    const record = {
      http: call.http,
      listField: 'groups',
      keyField: 'entitlementID',
      colsToPropsMap: {
        entitlementID: 'id~#~char',
        entitlement_value: 'name~#~char',
        acctEntMappingInfoColumnFromEnt: 'STORE#ACC#ENT#MAPPINGINFO~#~char',
      },
    };
    const documents = {
      ImportAccountEntJSON: {
        entitlementParams: {
          processingType: 'SequentialAndIterative',
          entTypes: { groups: { call: { call1: record } } },
        },
      },
    };

    expect(await codesOf(documents)).toEqual([]);
  });
});

describe('the published packages of other products', () => {
  const folder = 'reference/other-packages';
  const there = sharedFile(folder);
  const names = there === undefined ? ['any'] : readdirSync(there);

  for (const name of names) {
    testWithShared(`${name} is held only against what its target is`, `${folder}/${name}`, async (file) => {
      const { findings, target } = await lintFiles(file);
      // One of them is a copy of the package for Jama.
      const isCopy = name.startsWith('Fortify');
      expect(target.name).toBe(isCopy ? 'Jama' : 'the target');
      if (isCopy) return;
      expect(findings.filter(({ code }) => aboutTheTarget.test(code))).toEqual([]);
      expect(findings.filter(({ message, remedy }) => /\bJama\b(?!-sim)/i.test(message + remedy))).toEqual(
        [],
      );
    });
  }
});
