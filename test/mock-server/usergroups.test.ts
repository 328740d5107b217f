import { describe, expect, test } from '@jest/globals';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

const GROUPS = '/rest/v1/usergroups';

describe('user groups', () => {
  test('the list holds organization and project groups, with a link for the project', async () => {
    const { call, origin } = await tenantUnderTest();

    const { json, records, inferred } = await call('GET', GROUPS);

    expect(records).toHaveLength(12);
    expect(records[0]).toMatchObject({ id: 31, name: 'Organization Admin', uid: 'g31', type: 'usergroups' });
    expect(records[0]).not.toHaveProperty('project');
    expect(Object.keys(records[2] ?? {})).toEqual(['id', 'name', 'description', 'project', 'uid', 'type']);
    expect(json.links).toEqual({
      'data.project': { type: 'projects', href: `${origin}/jama/rest/v1/projects/{data.project}` },
    });
    expect(inferred).toEqual(['usergroup-shape', 'usergroups-all-listed']);
  });

  test('the project filter, and links that are empty where no group has a project', async () => {
    const { call } = await tenantUnderTest();
    const ofProject = await call('GET', `${GROUPS}?project=14`);
    const organization = await call('GET', `${GROUPS}/31`);
    expect(ofProject.records.every(({ project }) => project === 14)).toBe(true);
    expect(ofProject.records.length).toBeGreaterThan(0);
    expect(organization.json.links).toEqual({});
    expect((await call('GET', `${GROUPS}?project=999`)).records).toEqual([]);
  });

  test('include brings the linked project; a name that is no link brings nothing', async () => {
    const { call } = await tenantUnderTest();
    const { json, inferred } = await call('GET', `${GROUPS}/35?include=data.project&include=data.nothing`);
    expect(Object.keys(json)).toEqual(['meta', 'links', 'linked', 'data']);
    expect(json.linked).toEqual({
      projects: { '14': expect.objectContaining({ id: 14, type: 'projects' }) },
    });
    expect(inferred).toContain('include-unknown');
  });

  test('create, change and delete', async () => {
    const { call, tenant } = await tenantUnderTest();

    const created = await call('POST', GROUPS, { body: { name: 'Neu & Ümlaut', project: 14 } });
    const id = created.json.meta.id ?? 0;
    expect([created.status, created.headers.location]).toEqual([201, created.json.meta.location]);
    expect(tenant.usergroups.get(id)).toEqual({ id, name: 'Neu & Ümlaut', description: null, project: 14 });

    expect((await call('PUT', `${GROUPS}/${id}`, { body: { description: 'd' } })).status).toBe(200);
    expect(tenant.usergroups.get(id)).toEqual({ id, name: 'Neu & Ümlaut', description: 'd', project: 14 });

    const deleted = await call('DELETE', `${GROUPS}/${id}`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await call('GET', `${GROUPS}/${id}`)).status).toBe(404);
    expect((await call('DELETE', `${GROUPS}/${id}`)).status).toBe(404);
  });

  test('an id is never given again', async () => {
    const { call, tenant } = await tenantUnderTest();
    const first = (await call('POST', GROUPS, { body: { name: 'a' } })).json.meta.id;
    await call('DELETE', `${GROUPS}/${first}`);
    tenant.restore(tenant.snapshot());
    const second = (await call('POST', GROUPS, { body: { name: 'a' } })).json.meta.id;
    expect(second).toBeGreaterThan(first ?? 0);
  });

  test('a name is unique in its project or in the organization', async () => {
    const { call } = await tenantUnderTest();
    const again = await call('POST', GROUPS, { body: { name: 'Engineering' } });
    expect(again.status).toBe(400);
    expect(again.json.meta.message).toContain('already exists');
    expect((await call('POST', GROUPS, { body: { name: 'Engineering', project: 17 } })).status).toBe(201);
    expect((await call('PUT', `${GROUPS}/31`, { body: { name: 'Engineering' } })).status).toBe(400);
    expect((await call('PUT', `${GROUPS}/33`, { body: { name: 'Engineering' } })).status).toBe(200);
  });

  test.each([
    [{}, 400, 'name is required.'],
    [{ name: ' ' }, 400, 'name is not valid.'],
    [{ name: 'x', project: 'fourteen' }, 400, 'project must be of type integer.'],
    [{ name: 'x', project: 999 }, 404, 'There is no project with id 999.'],
  ])('%j is refused', async (body, status, message) => {
    const { call } = await tenantUnderTest();
    const answer = await call('POST', GROUPS, { body });
    expect([answer.status, answer.json.meta.message]).toEqual([status, message]);
  });
});

describe('members', () => {
  test('are listed in pages of whole users, inactive ones too', async () => {
    const { call, tenant } = await tenantUnderTest();
    const ids = tenant.usergroups.memberIds(33);
    expect(ids.length).toBeGreaterThan(50);

    const first = await call('GET', `${GROUPS}/33/users?maxResults=50`);
    const second = await call('GET', `${GROUPS}/33/users?maxResults=50&startAt=50`);

    expect([...first.records, ...second.records].map(({ id }) => id)).toEqual(ids);
    expect(first.json.meta.pageInfo).toEqual({ startIndex: 0, resultCount: 50, totalResults: ids.length });
    expect(first.records[0]).toEqual((await call('GET', `/rest/v1/users/${ids[0]}`)).data);
    expect([...first.inferred, ...second.inferred]).toContain('members-inactive');
  });

  test('the last group has none', async () => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', `${GROUPS}/53/users`);
    expect(json.data).toEqual([]);
    expect(json.meta.pageInfo).toEqual({ startIndex: 0, resultCount: 0, totalResults: 0 });
  });

  test('are added once and removed once', async () => {
    const { call, tenant } = await tenantUnderTest();

    const added = await call('POST', `${GROUPS}/53/users`, { body: { user: 103 } });
    expect(added.status).toBe(201);
    expect(added.json.meta).toMatchObject({
      id: 103,
      location: expect.stringMatching(/usergroups\/53\/users\/103$/),
    });
    expect(tenant.usergroups.memberIds(53)).toEqual([103]);

    const twice = await call('POST', `${GROUPS}/53/users`, { body: { user: 103 } });
    expect([twice.status, twice.inferred]).toEqual([400, ['member-added-twice']]);

    expect((await call('DELETE', `${GROUPS}/53/users/103`)).status).toBe(204);
    expect(tenant.usergroups.memberIds(53)).toEqual([]);
    const gone = await call('DELETE', `${GROUPS}/53/users/103`);
    expect([gone.status, gone.inferred]).toEqual([404, ['member-not-found']]);
  });

  test.each([
    ['POST', `${GROUPS}/53/users`, { user: 9999 }, 404],
    ['POST', `${GROUPS}/9999/users`, { user: 103 }, 404],
    ['POST', `${GROUPS}/53/users`, { user: '103' }, 400],
    ['POST', `${GROUPS}/53/users`, { user: null }, 400],
    ['POST', `${GROUPS}/53/users`, { user: 1e10 }, 400],
    ['DELETE', `${GROUPS}/9999/users/103`, undefined, 404],
    ['GET', `${GROUPS}/9999/users`, undefined, 404],
  ])('%s %s %j is refused', async (method, path, body, status) => {
    const { call } = await tenantUnderTest();
    expect((await call(method, path, body === undefined ? {} : { body })).status).toBe(status);
  });

  test('a group with members can be deleted, which is a guess', async () => {
    const { call, tenant } = await tenantUnderTest();
    const { status, inferred } = await call('DELETE', `${GROUPS}/33`);
    expect([status, inferred]).toEqual([204, ['usergroup-delete', 'deleted-answer']]);
    expect(tenant.usergroups.get(33)).toBeUndefined();
  });
});

describe('projects', () => {
  test('are listed with links as captured; folders have no key, roots no parent', async () => {
    const { call } = await tenantUnderTest();
    const { json, records } = await call('GET', '/rest/v1/projects');
    expect(Object.keys(json.links ?? {})).toEqual(['data.createdBy', 'data.modifiedBy', 'data.parent']);
    expect(records[0]).toMatchObject({ isFolder: true, createdDate: '2021-03-01T08:00:00.000+0000' });
    expect(records[0]).not.toHaveProperty('projectKey');
    expect(records[0]).not.toHaveProperty('parent');
    expect(records[1]).toMatchObject({ projectKey: 'SIM1', parent: 11, isFolder: false });
  });

  test('include brings parents and users', async () => {
    const { call } = await tenantUnderTest();
    const { json } = await call('GET', '/rest/v1/projects?include=data.parent&include=data.createdBy');
    expect(Object.keys(json.linked?.projects ?? {})).toEqual(['11']);
    expect(json.linked?.users).toEqual({ '101': expect.objectContaining({ username: 'api.service' }) });
  });

  test('an unknown one answers 404', async () => {
    const { call } = await tenantUnderTest();
    expect((await call('GET', '/rest/v1/projects/12')).status).toBe(404);
  });
});
