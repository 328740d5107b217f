import { afterEach, describe, expect, test } from '@jest/globals';
import {
  createSimulatorApp,
  type Fixture,
  recordTenant,
  type Simulator,
  startRecorder,
  startSimulator,
} from '../../../mock-server/index.js';
import { expectOverruledStatus } from '../../helpers/every-response.js';
import { type DeviatingTenant, deviatingTenant } from './deviating-tenant.js';

const OVERRIDES = {
  messages: {
    'username-taken': {
      status: 409,
      message: "Login '{username}' is taken, said Contoso's desk (help@contoso.com)",
    },
    'user-not-found': { message: 'No person {id} at http://127.0.0.1/contoso' },
    'field-missing': { status: 422, message: 'Where is {field}?' },
    'already-member': { message: '{userId} belongs to {groupId} as it is' },
    'no-credentials': { message: 'Who are you?' },
  },
  tokenMessages: { 'wrong-client': { status: 400, error: 'bad_client', description: 'Never heard of you.' } },
} as const;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function deviating(more: Parameters<typeof deviatingTenant>[0] = {}): Promise<DeviatingTenant> {
  const tenant = await deviatingTenant({
    profile: 'cloud-2023',
    users: 40,
    groups: 7,
    seed: 11,
    overrides: OVERRIDES,
    ...more,
  });
  stops.push(tenant.close);
  return tenant;
}

async function played(fixture: Fixture): Promise<Simulator> {
  const simulator = await startSimulator({ fixture });
  stops.push(simulator.stop);
  return simulator;
}

const basicOf = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/** A client of a tenant, whose answers are status and body. */
async function client(url: string, credentials: { clientId: string; clientSecret: string }) {
  const send = async (method: string, path: string, authorization?: string, body?: object | string) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        'content-type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? {} : JSON.parse(text) };
  };
  const grant = 'grant_type=client_credentials';
  const token = await send('POST', '/rest/oauth/token', basicOf(credentials), grant);
  const bearer = `Bearer ${token.json.access_token}`;
  return {
    token: token.json,
    anonymous: (path: string) => send('GET', path),
    signIn: (as: { clientId: string; clientSecret: string }) =>
      send('POST', '/rest/oauth/token', basicOf(as), grant),
    call: (method: string, path: string, body?: object) => send(method, path, bearer, body),
  };
}

describe('a tenant that deviates', () => {
  test('is the same when its fixture is played, up to names and ids', async () => {
    const source = await deviating();
    const fixture = await recordTenant({ target: source.url, credentials: source.credentials, seed: 's' });
    const copy = (await played(fixture)).tenant;
    const [before, after] = [source.tenant.snapshot(), copy.snapshot()];
    const place = (users: readonly { id: number }[]) => new Map(users.map(({ id }, at) => [id, at]));
    const graph = ({ users, usergroups, memberships }: typeof before) => {
      const [userAt, groupAt] = [place(users), place(usergroups)];
      return memberships.map(([group, members]) => [groupAt.get(group), members.map((id) => userAt.get(id))]);
    };
    const structure = ({ users, usergroups, projects }: typeof before) => ({
      users: users.map(({ phone, title, location, licenseType, active }) => [
        ...[phone, title, location].map((value) => (value === null || value === '' ? value : 'filled')),
        licenseType,
        active,
      ]),
      groups: usergroups.map(({ description, project }) => [
        description === null || description === '' ? description : 'filled',
        project === null ? null : place(projects).get(project),
      ]),
      projects: projects.map(({ isFolder, parent, createdDate }) => [
        isFolder,
        parent === null ? null : place(projects).get(parent),
        createdDate,
      ]),
    });
    expect(graph(after)).toEqual(graph(before));
    expect(structure(after)).toEqual(structure(before));
    expect(place(after.users).get(after.ownerId)).toBe(place(before.users).get(before.ownerId));
    expect(copy.profile.tokenAnswer).toBe('seven-fields');
    expect(source.asked.filter((line) => !line.startsWith('GET'))).toEqual(['POST /rest/oauth/token']);
  });

  test('refuses with the same statuses and texts when it is played, up to names and ids', async () => {
    for (const status of [409, 422, 400]) expectOverruledStatus(status);
    const source = await deviating();
    const recorder = await startRecorder({ target: source.url, credentials: source.credentials });
    stops.push(recorder.stop);
    const through = await client(recorder.url, source.credentials);
    const { users, memberships } = source.tenant.snapshot();
    const [groupId, [memberId = 0] = []] = memberships[0] ?? [0];
    const known = users[3]?.username ?? '';
    const seen = await refusals(through, { groupId, memberId, username: known, stranger: 77_777 });

    const fixture = await recorder.fixture();
    const simulator = await played(fixture);
    const copy = simulator.tenant.snapshot();
    const group = copy.memberships[0]?.[0] ?? 0;
    const again = await refusals(await client(simulator.url, simulator.credentials), {
      groupId: group,
      memberId: copy.memberships[0]?.[1][0] ?? 0,
      username: copy.users[3]?.username ?? '',
      stranger: 88_888,
    });
    const help = /\([a-z]+@[a-z]+\.example\)/;
    expect(again.map(({ status }) => status)).toEqual(seen.map(({ status }) => status));
    expect(
      again.map(({ text }) =>
        text.replace(help, '(help@contoso.com)').replace("jama.example's", "Contoso's"),
      ),
    ).toEqual(
      seen.map(({ text }) =>
        text
          .replace(known, copy.users[3]?.username ?? '')
          .replace('http://127.0.0.1/contoso', 'http://jama.example/jama')
          .replace('77777', '88888')
          .replace(String(groupId), String(group))
          .replace(String(memberId), String(copy.memberships[0]?.[1][0])),
      ),
    );
  });

  test('is recorded as it was before the client changed it', async () => {
    const source = await deviating();
    const { users, memberships } = source.tenant.snapshot();
    const [groupId, [memberId = 0] = []] = memberships[1] ?? [0];
    const stranger = users.find(({ id }) => !memberships[0]?.[1].includes(id))?.id ?? 0;
    const recorder = await startRecorder({ target: source.url });
    stops.push(recorder.stop);
    const { call } = await client(recorder.url, source.credentials);
    const made = await call('POST', '/rest/v1/users', {
      ...{
        username: 'new.one',
        password: 'secret1',
        firstName: 'New',
        lastName: 'One',
        email: 'n@contoso.com',
      },
      licenseType: 'NAMED',
    });
    await call('POST', `/rest/v1/usergroups/${memberships[0]?.[0]}/users`, { user: stranger });
    await call('DELETE', `/rest/v1/usergroups/${groupId}/users/${memberId}`);
    for (const { id } of [{ id: memberId }, { id: stranger }, { id: made.json.meta.id }])
      await call('GET', `/rest/v1/users/${id}`);
    await call('GET', '/rest/v1/usergroups?maxResults=50');
    for (const [id] of memberships.slice(0, 2))
      await call('GET', `/rest/v1/usergroups/${id}/users?maxResults=50`);
    const fixture = await recorder.fixture();

    expect(fixture.usergroups).toHaveLength(7);
    expect(fixture.memberships.slice(0, 2).map((one) => one.users.length)).toEqual([
      memberships[0]?.[1].length,
      // Of a page of seven, and one member who was taken out before.
      8,
    ]);
    expect(fixture.owner).toBeUndefined();
    expect(fixture.users.map(({ username }) => username)).not.toContain('new.one');
    expect(fixture.users.length).toBeLessThan(users.length);
  });

  test('keeps order and presence of fields, null, empty texts, truth and enumerations', async () => {
    const source = await deviating({
      users: 5,
      more: ({ firstName, id }) => ({
        location: null,
        employee: { number: id, boss: `${firstName} & Co`, types: ['NAMED', ''] },
        vip: false,
      }),
    });
    const [original] = source.tenant.users.list();
    const { users } = await recordTenant({ target: source.url, credentials: source.credentials });
    expect(Object.keys(users[0] ?? {})).toEqual([
      ...['id', 'username', 'firstName', 'lastName', 'email', 'phone', 'title', 'location', 'licenseType'],
      ...['active', 'uid', 'customData', 'type', 'employee', 'vip'],
    ]);
    expect(users[0]).toMatchObject({
      location: null,
      phone: original?.phone,
      licenseType: original?.licenseType,
      active: true,
      uid: `u${users[0]?.id}`,
      type: 'users',
      employee: { number: users[0]?.id, boss: expect.stringMatching(/^[A-Z]+ & [A-Z][a-z]$/) },
      vip: false,
    });
    expect(users[0]?.email).toBe(`${users[0]?.username}@${String(users[0]?.email).split('@')[1]}`);
    expect(String(users[0]?.username).toUpperCase()).toBe(
      `${users[0]?.firstName}.${users[0]?.lastName}`.toUpperCase(),
    );
  });

  test('with a seed is the same fixture each time, without one it is not', async () => {
    const source = await deviating({ users: 3, groups: 2 });
    const record = (seed?: string) =>
      recordTenant({ target: source.url, credentials: source.credentials, seed });
    expect(await record('a')).toEqual(await record('a'));
    expect(await record('b')).not.toEqual(await record('a'));
    expect(await record()).not.toEqual(await record());
  });

  test('keeps the names of groups if asked, but not of persons in them', async () => {
    const source = await deviating({ users: 3, groups: 1 });
    const [owner] = source.tenant.users.list();
    const { id = 0, name } = source.tenant.usergroups.list()[0] ?? {};
    source.tenant.usergroups.update(id, { description: `Ask ${owner?.username}` });
    const fixture = await recordTenant({
      target: source.url,
      credentials: source.credentials,
      keepGroupNames: true,
    });
    expect(fixture.usergroups[0]).toMatchObject({ name, description: `Ask ${fixture.users[0]?.username}` });
  });

  test('shows in the ledger where its corrections come from', async () => {
    const source = await deviating({ users: 2, groups: 0 });
    const recorder = await startRecorder({ target: source.url });
    stops.push(recorder.stop);
    await (await client(recorder.url, source.credentials)).anonymous('/rest/v1/users');
    const { tenant } = createSimulatorApp({ fixture: await recorder.fixture() });
    expect(tenant.overrides.messages?.['no-credentials']).toEqual({
      status: 401,
      message: 'Who are you?',
      source: 'a recorded tenant',
    });
  });
});

interface Wanted {
  readonly groupId: number;
  readonly memberId: number;
  readonly username: string;
  readonly stranger: number;
}

/** Every kind of refusal that a client meets, with its text. */
async function refusals(
  { call, anonymous, signIn }: Awaited<ReturnType<typeof client>>,
  { groupId, memberId, username, stranger }: Wanted,
) {
  const user = {
    username,
    password: 'secret1',
    firstName: 'A',
    lastName: 'B',
    email: 'a@b.c',
    licenseType: 'NAMED',
  };
  const { email: _, ...withoutEmail } = user;
  const answers = [
    await call('POST', '/rest/v1/users', user),
    await call('POST', '/rest/v1/users', withoutEmail),
    await call('GET', `/rest/v1/users/${stranger}`),
    await call('PUT', `/rest/v1/users/${stranger}/active`, { active: true }),
    await call('POST', `/rest/v1/usergroups/${groupId}/users`, { user: memberId }),
    await anonymous('/rest/v1/users'),
    await signIn({ clientId: 'nobody', clientSecret: 'nothing' }),
  ];
  return answers.map(({ status, json }) => ({
    status,
    text: String(json.meta?.message ?? `${json.error}: ${json.error_description}`),
  }));
}
