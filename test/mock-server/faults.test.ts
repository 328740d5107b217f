import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FAULTS, type FaultRule, readFaults } from '../../mock-server/index.js';
import { NOW, type TenantUnderTest, tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';

/** Requests as a client sends them that nobody judges: what a fault does to an answer is not in the OpenAPI document. */
async function rawClient({ origin, tenant, credentials }: TenantUnderTest) {
  const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
  return (method: string, path: string, body?: unknown) =>
    fetch(`${origin}/jama${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

describe('a fault rule', () => {
  test('is awake in its window, by the clock of the tenant', async () => {
    const { call, tenant } = await tenantUnderTest();
    const statusAt = async (ms: number) => {
      tenant.clock.freeze(ms);
      return (await call('GET', `${USERS}/101`)).status;
    };
    tenant.clock.freeze(NOW);
    tenant.faults.add({ match: { window: { afterMs: 1000, forMs: 500 } }, effect: { status: 500 } });
    const from = new Date(NOW + 10_000).toISOString();
    tenant.faults.add({ match: { window: { from, until: NOW + 20_000 } }, effect: { status: 429 } });

    const seen = [];
    for (const ms of [0, 999, 1000, 1499, 1500, 9999, 10_000, 19_999, 20_000])
      seen.push(await statusAt(NOW + ms));

    expect(seen).toEqual([200, 200, 500, 500, 200, 200, 429, 429, 200]);
  });

  test('whose window is at no moment is refused', async () => {
    const { tenant } = await tenantUnderTest();
    const rule: FaultRule = { match: { window: { from: 'noon' } }, effect: { status: 500 } };
    expect(() => tenant.faults.add(rule)).toThrow(/"noon", which is no moment/);
  });

  test('hits the n-th match and those after it, and any value of a query or header', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.add({ match: { path: '**/101', fromNth: 3 }, effect: { status: 500 } });
    tenant.faults.add({ match: { query: { email: '*@example.org' } }, effect: { status: 429 } });
    tenant.faults.add({ match: { headers: { 'User-Agent': 'import*' } }, effect: { status: 403 } });

    const seen = [];
    for (let n = 0; n < 4; n += 1) seen.push((await call('GET', `${USERS}/101`)).status);
    expect(seen).toEqual([200, 200, 500, 500]);
    expect((await call('GET', `${USERS}?email=a@example.org`)).status).toBe(429);
    expect((await call('GET', `${USERS}?email=a@example.com`)).status).toBe(200);
    expect((await call('GET', USERS, { headers: { 'user-agent': 'import/1' } })).status).toBe(403);
  });

  test('with a probability follows from its seed', async () => {
    const hitsOf = async (seed: number) => {
      const { tenant } = await tenantUnderTest();
      tenant.faults.add({ match: { probability: 0.3 }, effect: { status: 500 }, seed });
      const subject = { method: 'GET', path: USERS, query: new URLSearchParams(), headers: {} };
      return Array.from({ length: 400 }, () => tenant.faults.effectOn(subject) !== undefined);
    };
    const hits = await hitsOf(7);
    expect(await hitsOf(7)).toEqual(hits);
    expect(await hitsOf(8)).not.toEqual(hits);
    const rate = hits.filter(Boolean).length / hits.length;
    expect(rate).toBeGreaterThan(0.22);
    expect(rate).toBeLessThan(0.38);
  });

  test('draws waits that stay within their spread', async () => {
    const { tenant } = await tenantUnderTest();
    const subject = { method: 'GET', path: USERS, query: new URLSearchParams(), headers: {} };
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(), (lower, more, seed) => {
        tenant.faults.clear();
        tenant.faults.add({ effect: { delayMs: { lower, upper: lower + more } }, seed });
        const wait = tenant.faults.effectOn(subject)?.wait ?? -1;
        expect(wait).toBeGreaterThanOrEqual(lower);
        expect(wait).toBeLessThanOrEqual(lower + more);
      }),
    );
    tenant.faults.clear();
    tenant.faults.add({ effect: { delayMs: { median: 200, sigma: 0.7 } } });
    const waits = Array.from({ length: 999 }, () => tenant.faults.effectOn(subject)?.wait ?? -1).sort(
      (a, b) => a - b,
    );
    expect(waits[499]).toBeGreaterThan(170);
    expect(waits[499]).toBeLessThan(230);
    expect(waits.at(-1)).toBeGreaterThan(1000);
  });

  test('can change the tenant between two pages, so that a user stands on no page', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.useNamed('user-leaves-mid-import');
    const ids = async (startAt: number) =>
      (await call('GET', `${USERS}?maxResults=50&startAt=${startAt}`)).records.map(({ id }) => id);
    const active = tenant.users.select({}).map(({ id }) => id);

    const seen = [...(await ids(0)), ...(await ids(50)), ...(await ids(100))];

    expect(active.filter((id) => !seen.includes(id))).toEqual([active[50]]);
    expect(tenant.users.get(103)?.active).toBe(false);
  });

  test('that cannot change the tenant says why, and the request goes on', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.add({ effect: { change: { kind: 'usergroup-deleted', usergroup: 9999 } } });
    expect((await call('GET', USERS)).status).toBe(200);
    expect(tenant.faults.list()).toMatchObject([
      { applied: 1, problem: expect.stringContaining('usergroup-not-found') },
    ]);
  });

  test('can take a member out of the group that is asked for', async () => {
    const { call, tenant } = await tenantUnderTest();
    const [group] = tenant.usergroups.list();
    const id = group?.id ?? 0;
    const [first] = tenant.usergroups.memberIds(id);
    tenant.faults.add({
      effect: { change: { kind: 'member-removed', usergroup: 'asked', user: 'first' } },
      times: 1,
    });
    const { records } = await call('GET', `/rest/v1/usergroups/${id}/users`);
    expect(records.map((user) => user.id)).not.toContain(first);
  });

  test('keeps what the client sent in the traffic, and its own name', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.add({ name: 'busy', effect: { status: 400, message: 'busy' } });
    const { headers } = await call('PUT', `${USERS}/103/active`, { body: { active: false } });
    expect(headers['x-jama-sim-fault']).toBe('busy');
    expect(tenant.traffic.find({ fault: 'busy', body: { active: false } })).toMatchObject([
      { status: 400, responseHeaders: { 'x-jama-sim-fault': 'busy' } },
    ]);
    expect(tenant.users.get(103)?.active).toBe(true);
  });

  test('set at the start is there again after a reset', async () => {
    const { call, tenant } = await tenantUnderTest({
      faults: [{ use: 'conflict-once' }, { effect: { status: 500 } }],
    });
    expect((await call('GET', USERS)).status).toBe(500);
    tenant.faults.clear();
    expect((await call('GET', USERS)).status).toBe(200);
    tenant.reset();
    expect(tenant.faults.list()).toMatchObject([{ name: 'conflict-once', applied: 0 }, { applied: 0 }]);
  });
});

describe('the catalogue', () => {
  test('says of every fault what it imitates and how well that is known', () => {
    expect(FAULTS.length).toBeGreaterThan(11);
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    for (const { imitates, source, rules } of FAULTS) {
      expect(imitates).toMatch(/^[A-Z].*\.$/);
      expect(source).not.toBe('');
      expect(rules.length).toBeGreaterThan(0);
    }
  });

  test('refuses a name it does not have, with the nearest one', async () => {
    const { tenant } = await tenantUnderTest();
    expect(() => tenant.faults.useNamed('throtled' as 'throttled')).toThrow(
      /the nearest name is "throttled"/,
    );
  });

  /** What a client sees of three pages and a new user while a fault is in force. */
  async function pagesUnder(name: (typeof FAULTS)[number]['name']) {
    const given = await tenantUnderTest();
    const send = await rawClient(given);
    given.tenant.faults.useNamed(name);
    const seen: string[] = [];
    for (const startAt of [0, 50, 100]) {
      seen.push(await seenOf(send('GET', `${USERS}?startAt=${startAt}&maxResults=50`)));
    }
    return { ...given, send, seen };
  }

  async function seenOf(answer: Promise<Response>): Promise<string> {
    try {
      const { status, headers, ...rest } = await answer.then(async (got) => ({
        status: got.status,
        headers: got.headers,
        text: await got.text(),
      }));
      const type =
        headers.get('content-type') === 'application/json' ? '' : ` ${headers.get('content-type')}`;
      return `${status}${type}${isJson(rest.text) ? '' : ' not JSON'}`;
    } catch {
      return 'cut';
    }
  }

  const isJson = (text: string): boolean => {
    try {
      return JSON.parse(text) !== undefined;
    } catch {
      return false;
    }
  };

  test.each([
    ['throttled', ['200', '429', '429']],
    ['maintenance', ['200', '429', '429']],
    ['token-expires-mid-import', ['200', '401', '401']],
    ['credentials-revoked-mid-import', ['200', '401', '401']],
    ['access-revoked-mid-import', ['200', '403', '403']],
    ['licence-lost-mid-import', ['200', '401', '401']],
    ['user-leaves-mid-import', ['200', '200', '200']],
    ['user-joins-mid-import', ['200', '200', '200']],
    ['connection-breaks-mid-import', ['200', 'cut', '200']],
    ['server-error', ['200', '500', '200']],
    ['bad-gateway', ['200', '502 text/html not JSON', '200']],
    ['login-page', ['200', '200 text/html;charset=UTF-8 not JSON', '200']],
    ['cut-off-body', ['200', 'cut', '200']],
    ['malformed-json', ['200', '200 not JSON', '200']],
    ['wrong-content-type', ['200', '200 text/plain', '200']],
  ] as const)('%s is seen as %j', async (name, expected) => {
    const { seen, tenant } = await pagesUnder(name);
    expect(seen).toEqual(expected);
    expect(tenant.traffic.find({ fault: name }).length).toBeGreaterThan(0);
  });

  test('user-joins-mid-import makes the total of the second page another', async () => {
    const { tenant } = await pagesUnder('user-joins-mid-import');
    const totals = tenant.traffic
      .entries()
      .map(({ responseBody }) => JSON.parse(responseBody).meta.pageInfo.totalResults);
    expect(totals).toEqual([totals[0], totals[0] + 1, totals[0] + 1]);
  });

  test('group-vanishes-mid-import answers 404 for the second group whose members are read', async () => {
    const { call, tenant } = await tenantUnderTest();
    tenant.faults.useNamed('group-vanishes-mid-import');
    const [one, two] = tenant.usergroups.list();
    expect((await call('GET', `/rest/v1/usergroups/${one?.id}/users`)).status).toBe(200);
    expect((await call('GET', `/rest/v1/usergroups/${two?.id}/users`)).status).toBe(404);
    expect(tenant.usergroups.get(two?.id ?? 0)).toBeUndefined();
  });

  const newUser = {
    username: 'mira',
    password: 'secret1',
    firstName: 'M',
    lastName: 'O',
    email: 'm@example.com',
    licenseType: 'NAMED',
  };

  test.each([
    ['create-succeeds-but-answer-lost', true],
    ['create-never-arrives', false],
  ] as const)('%s: the user exists is %s', async (name, exists) => {
    const given = await tenantUnderTest();
    const send = await rawClient(given);
    given.tenant.faults.useNamed(name);
    await expect(send('POST', USERS, newUser)).rejects.toThrow('fetch failed');
    expect(given.tenant.users.findByUsername('mira') !== undefined).toBe(exists);
    expect(given.tenant.traffic.find({ method: 'POST' })).toMatchObject([{ status: 0, fault: name }]);
    expect((await send('POST', USERS, newUser)).status).toBe(exists ? 400 : 201);
  });

  test('conflict-once refuses the first change only, flaky some calls, slow all of them late', async () => {
    const given = await tenantUnderTest();
    const send = await rawClient(given);
    const { faults } = given.tenant;
    faults.useNamed('conflict-once');
    const change = async () => (await send('PUT', `${USERS}/103`, { phone: '1' })).status;
    expect([await change(), await change()]).toEqual([409, 200]);

    faults.clear();
    faults.useNamed('flaky', { seed: 3 });
    const statuses = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await send('GET', `${USERS}/101`)).status);
    expect(new Set(statuses)).toEqual(new Set([200, 500]));

    faults.clear();
    const [rule] = faults.useNamed('slow', { times: 1, match: { path: `${USERS}/101` } });
    expect(rule).toMatchObject({ name: 'slow', times: 1, match: { path: `${USERS}/101` } });
  });

  test('credentials-revoked-mid-import refuses a new token as well', async () => {
    const { origin, credentials } = await pagesUnder('credentials-revoked-mid-import');
    const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
    const token = async () =>
      (
        await fetch(`${origin}/jama/rest/oauth/token?grant_type=client_credentials`, {
          method: 'POST',
          headers: { authorization: `Basic ${basic}` },
        })
      ).status;
    expect([await token(), await token()]).toEqual([200, 401]);
  });
});

describe('a file of fault rules', () => {
  async function fileWith(text: string): Promise<string> {
    const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-faults-')), 'faults.json');
    await writeFile(file, text);
    return file;
  }

  test('gives rules and faults of the catalogue', async () => {
    const rule: FaultRule = { match: { method: 'GET' }, effect: { status: 500 }, times: 2 };
    const file = await fileWith(JSON.stringify({ faults: [{ use: 'throttled', times: 1 }, rule] }));
    const { tenant } = await tenantUnderTest({ faults: await readFaults(file) });
    expect(tenant.faults.list()).toMatchObject([{ name: 'throttled', times: 1 }, rule]);
  });

  test.each([
    ['{"faults":[\n  {"match":{"pth":"/x"},"effect":{"status":500}}\n]}', '2:13', 'did you mean "path"?'],
    ['{"faults":[\n  {"effect":{"status":"500"}}\n]}', '2:23', 'is not of type integer'],
    ['{"faults":[{"use":"throttle"}]}', '1:19', 'did you mean "throttled"?'],
    ['{"faults":[', '1:12', 'This is not JSON'],
    ['[]', '1:1', 'is not of type object'],
  ])('%j is refused at %s', async (text, place, words) => {
    const file = await fileWith(text);
    await expect(readFaults(file)).rejects.toMatchObject({
      code: 'faults-file-invalid',
      message: expect.stringMatching(new RegExp(`^${file.replaceAll('.', '\\.')}:${place}  .*`)),
      remedy: expect.any(String),
    });
    await expect(readFaults(file)).rejects.toThrow(words);
  });

  test('is as the page on the admin API shows it', async () => {
    const page = await readFile(resolve('docs/admin-api.md'), 'utf8');
    const [, example = ''] = /<<'END'\n([\s\S]*?)END\n/.exec(page) ?? [];
    expect(await readFaults(await fileWith(example))).toMatchObject([
      { use: 'throttled' },
      { name: 'slow-writes' },
    ]);
  });

  test('that does not exist is an error as well', async () => {
    await expect(readFaults('/nowhere/faults.json')).rejects.toMatchObject({ code: 'faults-file-invalid' });
  });
});
