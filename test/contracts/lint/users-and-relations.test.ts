import { describe, expect, test } from '@jest/globals';
import { isObject, type JsonObject, readPackage } from '../../../connector/index.js';
import { jamaTarget, lintPackage } from '../../../contracts/index.js';
import { temporaryPackage } from '../../helpers/temporary-package.js';

const target = jamaTarget();
const users = (await readPackage('fixtures/packages/jama-users')).document('ImportUserJSON').value;
const import_ = (await readPackage('fixtures/packages/jama-connect')).document('ImportAccountEntJSON').value;
if (!isObject(users) || !isObject(import_)) throw new Error('the packages that are shipped are no objects');

const { url: _url, colsToPropsMap: _map, ...rest } = users;
const URL = 'http://localhost:8080/jama/rest/v1/users';
const COLUMNS = { username: 'username~#~char', employeeid: 'id~#~char' };

/** What lint says of a package, without what it says of the connector JSONs that are not in it. */
async function findings(documents: Record<string, unknown>): Promise<string[]> {
  return lintPackage(await temporaryPackage(documents), target)
    .filter(({ finding }) => Object.keys(documents).includes(finding.file))
    .map(({ finding }) => `${finding.code} ${finding.pointer}`);
}

describe('ImportUserJSON', () => {
  test('for Jama has nothing against it, with one call and with several', async () => {
    expect(await findings({ ImportUserJSON: users })).toEqual([]);
    const call = [
      { ...rest, url: URL, colsToPropsMap: { employeeid: 'id~#~char' } },
      {
        ...rest,
        url: `${URL}/\${employeeid}`,
        pagination: {},
        colsToPropsMap: { username: 'username~#~char' },
      },
    ];
    expect(await findings({ ImportUserJSON: { type: 'multiCall', call } })).toEqual([]);
  });

  test.each([
    ['column-missing /colsToPropsMap/username', { url: URL, colsToPropsMap: { email: 'email~#~char' } }],
    [
      'column-unknown /colsToPropsMap/frstname',
      { url: URL, colsToPropsMap: { ...COLUMNS, frstname: 'x~#~char' } },
    ],
    [
      'mapping-path-unknown /colsToPropsMap/title',
      { url: URL, colsToPropsMap: { ...COLUMNS, title: 'titel~#~char' } },
    ],
    ['paging-missing /pagination', { url: URL, colsToPropsMap: COLUMNS, pagination: undefined }],
    ['unknown-binding /url', { url: `${URL}/\${nobody}`, colsToPropsMap: COLUMNS }],
    ['unknown-key /userResponsPath', { url: URL, colsToPropsMap: COLUMNS, userResponsPath: 'data' }],
    ['wrong-path /url', { url: URL.replace('users', 'people'), colsToPropsMap: COLUMNS }],
  ])('%s is found', async (expected, changes) => {
    const found = await findings({ ImportUserJSON: { ...rest, ...changes } });
    expect(found).toContain(expected);
  });
});

const GROUPS = 'http://localhost:8080/jama/rest/v1/usergroups';
const section = (call: JsonObject) => ({
  connection: 'acctAuth',
  successResponses: { statusCode: [200] },
  entTypes: { usergroups: { call: { call1: call } } },
});
const http = {
  url: `${GROUPS}/\${id}/users`,
  httpMethod: 'GET',
  httpHeaders: { Authorization: '${access_token}' },
};
const pagination = {
  offset: {
    offsetParam: 'startAt',
    batchParam: 'maxResults',
    batchSize: 50,
    totalCountPath: 'completeResponseMap.meta.pageInfo.totalResults',
  },
};
const OWNERS = { http, listField: 'data', ownerIdPath: 'username', ownerKeyField: 'username', pagination };

describe('entOwnerParams and entMappingParams', () => {
  const withSection = (name: string, call: JsonObject) => ({
    ImportAccountEntJSON: { ...import_, [name]: section(call) },
  });

  test('have nothing against them when they are sound', async () => {
    const before = await findings({ ImportAccountEntJSON: import_ });
    expect(await findings(withSection('entOwnerParams', OWNERS))).toEqual(before);
    const map = { http, listField: 'data', ent2IdPath: 'id', mappingTypes: ['ENT2'], pagination };
    expect(await findings(withSection('entMappingParams', map))).toEqual(before);
  });

  test('are read like the other sections', async () => {
    const at = '/entOwnerParams/entTypes/usergroups/call/call1';
    const { ownerIdPath: _, ...nameless } = OWNERS;
    expect(await findings(withSection('entOwnerParams', nameless))).toContain(
      `wrong-shape ${at}/ownerIdPath`,
    );
    expect(await findings(withSection('entOwnerParams', { ...OWNERS, ownerIdPat: 'x' }))).toContain(
      `unknown-key ${at}/ownerIdPat`,
    );
    const elsewhere = { ...OWNERS, http: { ...http, url: GROUPS.replace('usergroups', 'owners') } };
    expect(await findings(withSection('entOwnerParams', elsewhere))).toContain(`wrong-path ${at}/http/url`);
  });
});
