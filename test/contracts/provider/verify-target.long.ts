import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  isContradicted,
  type Verification,
  type VerifyOptions,
  verifyJson,
  verifyPretty,
  verifySchema,
  verifyTarget,
} from '../../../contracts/index.js';
import { NOT_ASKED, PROBES } from '../../../contracts/provider/probes/index.js';
import {
  EVIDENCE,
  type Overrides,
  PROFILES,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../mock-server/index.js';
import { expectOverruledStatus } from '../../helpers/every-response.js';

const open: (() => unknown)[] = [];
const secret = '0123456789abcdefghijklmno';
const client = { clientId: 'abcdefghij12345', clientSecret: secret };

/** A verification sends some hundred requests, and the machine may be busy. */
jest.setTimeout(60_000);

afterAll(async () => {
  for (const close of open) await close();
});

async function simulator(options: SimulatorOptions = {}): Promise<Simulator> {
  for (const { status } of Object.values(options.overrides?.messages ?? {}))
    if (status !== undefined) expectOverruledStatus(status);
  const started = await startSimulator({ users: 130, groups: 8, ...client, ...options });
  open.push(() => started.stop());
  return started;
}

/** A clock that stands still but for what somebody sleeps. */
function quickClock() {
  let now = 1_751_564_583_807;
  const sleep = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
  };
  return { clock: { now: () => now }, sleep };
}

function verify(target: string, more: Partial<VerifyOptions> = {}): Promise<Verification> {
  return verifyTarget({
    target,
    credentials: client,
    fetch,
    sleep: (milliseconds) => new Promise((woken) => setTimeout(woken, milliseconds)),
    mark: 'jama-sim-verify-test',
    password: 'not-to-be-shown-9',
    day: '2026-05-04',
    ...more,
  });
}

async function served(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  open.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const idsOf = ({ report }: Verification, wanted: string): string[] =>
  report.rules.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
const contradictions = ({ report }: Verification) =>
  report.rules.flatMap(({ id, contradictions: all }) =>
    all.map(({ came, says }) => `${id}: ${came} (${says})`),
  );

const verdicts = ({ report }: Verification) =>
  report.rules.map(({ id, verdict, reason }) => [id, verdict, reason]);

/** What a tenant may answer otherwise: statuses and texts, with and without the details in them. */
const deviating: Overrides = {
  messages: {
    'username-taken': { status: 409, message: 'Username {username} is in use' },
    'usergroup-name-taken': { status: 409, message: 'taken' },
    'already-member': { message: 'Already there: {userId} in {groupId}' },
    'user-not-found': { status: 410, message: 'No user {id}.' },
    'media-type': { status: 400, message: 'Unsupported' },
    'parameter-malformed': { message: '{name}?' },
    'field-missing': { status: 422, message: 'may not be null: {field}' },
    'method-not-allowed': { message: 'HTTP method {method} refused' },
    'path-unknown': { message: '' },
  },
  tokenMessages: {
    'wrong-client': { status: 400, error: 'unauthorized_client', description: 'No.' },
    'unknown-grant': { error: 'unsupported_grant_type', description: 'Not {grant}', uri: null },
  },
};

describe('the probes', () => {
  test('leave no rule of the ledger out', () => {
    const asked = new Set<string>([...PROBES.map(({ rule }) => rule), ...Object.keys(NOT_ASKED)]);

    expect(EVIDENCE.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
    expect(PROBES.filter(({ rule }) => rule in NOT_ASKED)).toEqual([]);
  });
});

describe('verifying the simulator', () => {
  test('reading, contradicts nothing and changes nothing', async () => {
    const { url, tenant } = await simulator();
    const before = tenant.users.list().length + tenant.usergroups.list().length;

    const result = await verify(url);

    expect(contradictions(result)).toEqual([]);
    expect(result.report.openApi.differing).toEqual([]);
    expect(idsOf(result, 'confirmed').length).toBeGreaterThan(50);
    const reasons = new Set(result.report.rules.map(({ reason }) => reason));
    expect(reasons).toContain('needs leave to write (--allow-writes)');
    expect(tenant.users.list().length + tenant.usergroups.list().length).toBe(before);
    const methods = new Set(tenant.traffic.entries().map(({ method }) => method));
    expect([...methods].sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST']);
  });

  test('writing, contradicts nothing, touches nothing that was there, and takes away what it made', async () => {
    const { url, tenant } = await simulator();
    const users = tenant.users.list();
    const groups = tenant.usergroups.list();

    const result = await verify(url, { allowWrites: true });

    expect(contradictions(result)).toEqual([]);
    expect(result.report.openApi.differing).toEqual([]);
    expect(idsOf(result, 'not-testable')).toEqual(
      expect.arrayContaining(['token-seven-fields', 'licences-used-up', 'throttled']),
    );
    expect(idsOf(result, 'not-testable').length).toBeLessThan(15);
    expect(tenant.users.list().slice(0, users.length)).toEqual(users);
    expect(tenant.usergroups.list()).toEqual(groups);
    const made = tenant.users.list().slice(users.length);
    expect(made.every(({ username }) => username.startsWith('jama-sim-verify-test'))).toBe(true);
    expect(made.map(({ active }) => active)).toEqual(made.map(() => false));
    expect(result.report.created).toEqual({
      groupsDeleted: 3,
      usersDeactivated: made.length,
      left: [],
    });
  });

  test.each(PROFILES.map(({ name }) => name))('as %s comes back without contradictions', async (profile) => {
    const { clock, sleep } = quickClock();
    const { url } = await simulator({ profile, users: 60, clock });

    const result = await verify(url, { sleep });

    expect(contradictions(result)).toEqual([]);
  });

  test('a caller who may not use the API is the answer to one rule, and the reason for most others', async () => {
    const { url } = await simulator({ profile: 'named-creator-only' });

    const result = await verify(url, { allowWrites: true });

    expect(idsOf(result, 'confirmed')).toContain('named-creator');
    expect(result.report.rules.find(({ id }) => id === 'list-order')?.reason).toMatch(
      /^the caller may not use the API: 401 "A named Creator license/,
    );
  });

  test('sees the rate limit only when it may send many calls at once', async () => {
    const { clock, sleep } = quickClock();
    const { url } = await simulator({ callsPerSecond: 20, clock });

    const result = await verify(url, { burst: true, sleep });

    expect(idsOf(result, 'confirmed')).toEqual(expect.arrayContaining(['throttled', 'throttled-message']));
    expect(result.overrides.tenant?.callsPerSecond).toBe(10);
  });

  test('a run that is broken off still takes away what it made', async () => {
    const { url, tenant } = await simulator();
    const groups = tenant.usergroups.list();
    const breakOff = new AbortController();
    const watched: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (tenant.usergroups.list().length > groups.length) breakOff.abort();
      return answer;
    };

    const { report } = await verify(url, { allowWrites: true, fetch: watched, signal: breakOff.signal });

    expect(report.interrupted).toBe(true);
    expect(report.rules.map(({ reason }) => reason)).toContain('the run was broken off');
    expect(tenant.usergroups.list()).toEqual(groups);
    expect(
      tenant.users.list().filter(({ username, active }) => active && username.includes('verify')),
    ).toEqual([]);
  });
});

describe('a tenant that answers otherwise', () => {
  test('is contradicted rule by rule, with what was asked, what came and what was expected', async () => {
    const { url } = await simulator({ overrides: deviating });

    const result = await verify(url, { allowWrites: true });

    expect(idsOf(result, 'contradicted').sort()).toEqual(
      [
        'field-refused',
        'media-type',
        'member-added-twice',
        'method-not-allowed',
        'page-malformed',
        'path-unknown',
        'record-not-found',
        'reference-not-found',
        'token-unknown-grant',
        'token-wrong-credentials',
        'usergroup-name-taken',
        'username-taken',
      ].sort(),
    );
    const [seen] = result.report.rules.find(({ id }) => id === 'username-taken')?.contradictions ?? [];
    expect(seen).toMatchObject({
      asks: 'a new user with a username that is taken, as it is',
      came: '409 "Username jama-sim-verify-test-first is in use"',
      says: '400 "A user with the username jama-sim-verify-test-first already exists."',
      correctable: true,
    });
    expect(seen?.asked.at(-1)).toMatch(/^POST \/rest\/v1\/users {2}\{"username".* -> 409$/);
    expect(isContradicted(result.report)).toBe(true);
  });

  test('is what a simulator with the written overrides is: same answers, nothing contradicted any more', async () => {
    const odd = {
      ...PROFILES[0],
      name: 'odd',
      tokenAnswer: 'seven-fields',
      reactivatedLicence: 'NAMED',
      basic: true,
      extendedRecords: false,
    };
    const a = await simulator({ overrides: deviating, profile: odd as never, tokenTtl: 1800 });

    const first = await verify(a.url, { allowWrites: true });
    const b = await simulator({ overrides: first.overrides });
    const again = await verify(a.url, { allowWrites: true, overrides: first.overrides, mark: 'again' });
    const ofB = await verify(b.url, { allowWrites: true, overrides: first.overrides });

    expect(first.overrides.tenant).toMatchObject({
      tokenAnswer: 'seven-fields',
      reactivatedLicence: 'NAMED',
      extendedRecords: false,
      basic: true,
      tokenTtl: 1800,
    });
    expect(first.overrides.messages?.['username-taken']).toEqual({
      status: 409,
      message: 'Username {username} is in use',
      source: `jama-sim verify of ${a.url}, 2026-05-04`,
    });
    expect(first.overrides.tokenMessages?.['unknown-grant']).toMatchObject({
      description: 'Not {grant}',
      uri: null,
    });
    expect(contradictions(again)).toEqual([]);
    expect(contradictions(ofB)).toEqual([]);
    expect(verdicts(ofB)).toEqual(verdicts(again));
    expect(again.report.openApi.differing).toEqual([]);
    expect(ofB.overrides.messages).toEqual(again.overrides.messages);
  });

  test('the written overrides confirm guesses, which then are none', async () => {
    const { url } = await simulator();

    const { overrides } = await verify(url, { allowWrites: true });
    const { rules } = (await verify(url, { overrides })).report;

    expect(rules.find(({ id }) => id === 'list-order')?.grade).toBe('overridden');
    expect(overrides.messages).toBeUndefined();
  });

  test('and is no Jama at all contradicts the OpenAPI document', async () => {
    const target = await served((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    });

    const result = await verify(target);

    expect(result.report.openApi.differing[0]?.differences).not.toEqual([]);
    expect(isContradicted(result.report)).toBe(true);
  });

  test('that refuses the credentials, or does not answer, is an error', async () => {
    const { url } = await simulator();
    const refused = verify(url, { credentials: { clientId: 'nobody', clientSecret: 'wrong-secret' } });

    await expect(refused).rejects.toMatchObject({ code: 'credentials-refused' });
    await expect(verify('http://127.0.0.1:9/jama')).rejects.toThrow(/ECONNREFUSED|fetch failed|bad port/);
  });
});

describe('the reports', () => {
  test('hold no secret, even if the target repeats what it was sent', async () => {
    const real = await simulator();
    const tokens: string[] = [];
    const echo: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      const text = await answer.clone().text();
      tokens.push(...(text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []));
      const { status, headers } = answer;
      if (status < 400) return answer;
      const sent = JSON.stringify([init?.headers, init?.body, secret, tokens]);
      const body = { meta: { status: 'x', timestamp: 'x', message: sent }, error: sent };
      return new Response(JSON.stringify(body), { status, headers });
    };

    const { report, overrides } = await verify(real.url, { allowWrites: true, fetch: echo });
    const output = [verifyPretty(report, false), verifyJson(report), JSON.stringify(overrides)].join('\n');

    expect(isContradicted(report)).toBe(true);
    expect(tokens.length).toBeGreaterThan(0);
    const basic = Buffer.from(`${client.clientId}:${secret}`).toString('base64');
    for (const hidden of [
      secret,
      basic,
      'not-to-be-shown-9',
      ...tokens,
      ...tokens.map((one) => one.slice(0, 40)),
    ])
      expect(output).not.toContain(hidden);
  });

  test('JSON is as its schema says, and the table counts every rule by its grade', async () => {
    const { url } = await simulator({ overrides: deviating });
    const { report } = await verify(url, { allowWrites: true });
    const validate = new Ajv2020().compile(verifySchema);

    validate(JSON.parse(verifyJson(report)));

    expect(validate.errors).toBeNull();
    const { summary } = JSON.parse(verifyJson(report));
    expect(summary.confirmed + summary.contradicted + summary.notTestable).toBe(EVIDENCE.length);
    const pretty = verifyPretty(report, false);
    expect(pretty).toMatch(/^ {2}documented +\d+ +\d+ +\d+$/m);
    expect(pretty).toContain('contradicted   username-taken   inferred');
    expect(pretty).toContain('409 "Username jama-sim-verify-test-first is in use"');
  });
});
