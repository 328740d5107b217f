import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { BenchView, LessonView, PackageFacts, PackageView } from '../../workbench/index.js';
import { checkLessons, conditionsTable } from '../../workbench/index.js';
import { LESSONS, PACKAGES, workbenchUnderTest } from '../helpers/workbench-under-test.js';
import { type Learner, learnerOf } from './lesson-walk.js';

/** A folder with one lesson of these steps. */
async function lessonOf(checks: readonly string[], begin = '', text = 'About it.'): Promise<string> {
  const steps = checks.map((check) => `  - text: Do it.\n    check: [{ ${check} }]`).join('\n');
  return folderOf(`---\nid: own\ntitle: Own\ngoal: Try it.\n${begin}\nsteps:\n${steps}\n---\n${text}\n`);
}

async function folderOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-lessons-'));
  await writeFile(join(folder, 'one.md'), text);
  return folder;
}

/** Steps that are all missed when the lesson begins, and the deeds that make them hold, each with the steps that it reaches. */
const STORY: readonly [string, (learner: Learner) => Promise<unknown>, readonly string[]][] = [
  [
    'the clock is frozen and goes on',
    async ({ admin }) => {
      await admin('POST', '/clock', { freeze: true });
      await admin('POST', '/clock', { advance: 60_000 });
    },
    ['clock: { mode: frozen, advanced: 60 }'],
  ],
  [
    'a fault is put in force',
    ({ admin }) => admin('POST', '/faults', { use: 'slow' }),
    ['fault: { name: slow, inForce: true }'],
  ],
  [
    'it is taken back',
    ({ admin, simulator }) => admin('DELETE', `/faults/${simulator.tenant.faults.list()[0]?.id}`),
    ['fault: { name: any, inForce: false }'],
  ],
  [
    'the access is imported',
    ({ flow }) => flow('import access'),
    [
      'call: { method: POST, path: /rest/oauth/token, status: 200, times: 1 }',
      'call: { path: /rest/v1/users, query: { maxResults: "50" }, times: { atLeast: 2 } }',
      'repeated: { method: GET, path: /rest/v1/users, refused: 401, again: 200 }',
      'tokens: { issued: 1, valid: 1, expired: 0 }',
      'accounts: { count: 60 }',
      'entitlements: { count: 4 }',
      'links: { count: { atLeast: 1 } }',
      'identities: { count: 65, withAccount: 60 }',
      'job: { of: access, status: ok, mode: full, times: 1 }',
      'agreement: { of: accounts }',
      'agreement: { of: entitlements }',
      'run: { flow: import access, status: ok, mode: whole }',
    ],
  ],
  [
    'a user is created',
    ({ flow }) => flow('create', { identity: 'nadia.berg' }),
    [
      'users: { count: 61 }',
      'user: { username: nadia.berg, active: true, fields: { title: Systems Engineer } }',
      'account: { name: nadia.berg, status: Manually Provisioned, identity: nadia.berg }',
      'task: { type: create, status: Complete, identity: nadia.berg }',
    ],
  ],
  [
    'access is added',
    async ({ flow, simulator }) => {
      const [group] = simulator.tenant.usergroups.list();
      await flow('add-access', { identity: 'nadia.berg', entitlement: group?.name ?? '' });
    },
    [
      'member: { user: nadia.berg, group: Organization Admin }',
      'holds: { account: nadia.berg, entitlement: Organization Admin }',
    ],
  ],
  [
    'somebody who is nobody is disabled',
    ({ flow }) => flow('disable', { identity: 'nobody' }),
    ['run: { flow: disable, status: failed, identity: nobody }'],
  ],
  [
    'the user goes',
    ({ flow }) => flow('disable', { identity: 'nadia.berg' }),
    ['user: { username: nadia.berg, active: false }'],
  ],
  [
    'the package is edited',
    async ({ ask }) => {
      const { id, documents } = await ask<PackageView>('GET', '/tenants/jama/package');
      const text = documents.find(({ name }) => name === 'ImportUserJSON')?.text ?? '';
      await ask('PUT', '/tenants/jama/package/documents/ImportUserJSON', {
        package: id,
        text: text.replace('"batchSize": 50', '"batchSize": 500'),
      });
    },
    ['package: { name: jama-users, edited: true }'],
  ],
  [
    'it is checked',
    ({ ask }) => ask('POST', '/tenants/jama/package/check'),
    ['scenarios: { failed: { atLeast: 0 } }', 'findings: { all: 1, without: [json-invalid] }'],
  ],
];

describe('each condition', () => {
  test('fails as long as it does not hold, says what is there, and holds when it does', async () => {
    const checks = STORY.flatMap(([, , own]) => own);
    // A fault of the beginning makes "no fault in force" something that has to be reached.
    const begin = 'begin: { package: jama-connect, tenant: { users: 60, groups: 4 }, faults: [] }';
    const learner = await learnerOf('own', await lessonOf(checks, begin));
    const { steps } = await learner.begin();
    expect(steps.map(({ done }) => done)).toEqual(checks.map(() => false));
    for (const [at, { lacking }] of steps.entries()) {
      expect({ check: checks[at], lacking }).toEqual({
        check: checks[at],
        lacking: [{ wanted: expect.stringMatching(/\w/), seen: expect.stringMatching(/\w/) }],
      });
    }
    let reached = 0;
    for (const [deed, doIt, own] of STORY) {
      if (deed === 'the package is edited')
        await learner.ask('PUT', '/tenants/jama/package', { id: 'jama-users' });
      await doIt(learner);
      reached += own.length;
      const seen = await learner.lesson();
      const missed = checks.slice(0, reached).filter((_, at) => seen.steps[at]?.done !== true);
      expect({ deed, missed }).toEqual({ deed, missed: [] });
    }
  }, 60_000);

  test('is among those above', async () => {
    const told = STORY.flatMap(([, , own]) => own).map((check) => check.split(':')[0]);
    const names = [...(await conditionsTable()).matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !told.includes(name))).toEqual([]);
  });

  test('is described with an example that can be used', async () => {
    const examples = [...(await conditionsTable()).matchAll(/`([^`]*)` \|$/gm)].map(
      ([, example = '']) => example,
    );
    await checkLessons({ lessons: await lessonOf(examples), packages: PACKAGES });
  });
});

describe('a step', () => {
  test('that holds at the beginning counts only after it was seen not to hold', async () => {
    const learner = await learnerOf('own', await lessonOf(['users: { count: 120 }']));
    const { steps } = await learner.begin();
    expect(steps[0]).toMatchObject({
      done: false,
      lacking: [{ wanted: '120 users', seen: expect.stringMatching(/when the lesson began/) }],
    });
    const { id } = await learner.flow('create', { identity: 'nadia.berg' });
    expect((await learner.lesson()).steps[0]?.lacking).toEqual([{ wanted: '120 users', seen: '121 users' }]);
    await learner.ask('POST', `/tenants/jama/runs/${id}/back`);
    expect(await learner.steps()).toBe('x');
  });

  test('that was reached stays reached until the lesson is begun again; the lesson stays done', async () => {
    const learner = await learnerOf(
      'own',
      await lessonOf(['accounts: { count: 120 }', 'accounts: { count: 7 }']),
    );
    expect((await learner.lesson()).begun).toBe(false);
    await learner.begin();
    await learner.flow('import accounts');
    expect(await learner.steps()).toBe('x.');
    await learner.ask('POST', '/tenants/jama/reset');
    expect(await learner.steps()).toBe('x.');
    expect((await learner.course()).progress).toEqual({
      lesson: 'own',
      title: 'Own',
      step: 1,
      steps: 2,
      lessonsDone: [],
      lessons: 1,
    });
    await learner.begin();
    expect(await learner.steps()).toBe('..');
  });

  test('is told in the bench, and in its stream of events, as it is reached', async () => {
    const learner = await learnerOf('own', await lessonOf(['accounts: { count: 120 }']));
    await learner.begin();
    const leave = new AbortController();
    const stream = await fetch(`${learner.origin}/__workbench/tenants/jama/events`, { signal: leave.signal });
    await learner.run({ flow: 'import accounts', mode: 'whole' });
    let heard = '';
    for await (const part of stream.body ?? []) {
      heard += Buffer.from(part).toString();
      if (heard.includes('"lessonsDone":["own"]')) break;
    }
    leave.abort();
    expect(heard).toContain('"step":0');
    expect((await learner.ask<BenchView>('GET', '/tenants/jama')).course.lessonsDone).toEqual(['own']);
  });

  test('is reached by any client, not only by the connector', async () => {
    const learner = await learnerOf(
      'own',
      await lessonOf(['tokens: { issued: 1 }', 'call: { path: /rest/v1/users, status: 401 }']),
    );
    const { credentials, url } = learner.simulator;
    await learner.begin();
    await fetch(`${url}/rest/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    expect(await learner.steps()).toBe('x.');
    await fetch(`${url}/rest/v1/users`);
    expect(await learner.steps()).toBe('xx');
  });
});

describe('beginning a lesson', () => {
  test('puts both sides, the clock, the faults, the tokens and the package as it says', async () => {
    const begin = `begin:
  package: jama-connect
  tenant: { users: 30, groups: 2, seed: 7, tokenLife: 90 }
  clock: 2026-01-05T08:00:00Z
  faults: [throttled]
  flows: [import accounts]
  identities: [{ username: api.service, title: Robot }, { username: new.one, firstname: New }]`;
    const learner = await learnerOf('own', await lessonOf(['users: { count: 1 }'], begin));
    const { tenant } = learner.simulator;
    await learner.ask('PUT', '/tenants/jama/package', { id: 'jama-users' });
    tenant.faults.useNamed('slow');
    for (let round = 0; round < 2; round += 1) {
      await learner.begin();
      expect(tenant.users.list()).toHaveLength(30);
      expect(tenant.usergroups.list()).toHaveLength(2);
      expect(tenant.clock.state()).toEqual({ mode: 'frozen', at: Date.UTC(2026, 0, 5, 8) });
      expect(tenant.faults.list().map(({ name }) => name)).toEqual(['throttled']);
      expect(tenant.tokens.lifetime).toBe(90);
      const bench = await learner.ask<BenchView>('GET', '/tenants/jama');
      expect(bench).toMatchObject({ package: { id: 'jama-connect' }, runs: [{ status: 'ok' }] });
    }
    const { identities, accounts } = await learner.ask<{
      identities: { rows: object[]; total: number };
      accounts: { total: number };
    }>('GET', '/tenants/jama/sides');
    expect([identities.total, accounts.total]).toEqual([36, 30]);
    expect(identities.rows).toContainEqual(expect.objectContaining({ username: 'new.one' }));
    await learner.admin('POST', '/reset');
    expect(tenant.tokens.lifetime).toBe(3600);
  });

  test('ends a run that waits', async () => {
    const learner = await learnerOf('own', await lessonOf(['accounts: { count: 120 }']));
    await learner.run({ flow: 'import accounts', mode: 'step' });
    await learner.until(({ waiting }) => waiting !== null);
    await learner.begin();
    expect((await learner.ask<BenchView>('GET', '/tenants/jama')).runs).toEqual([]);
  });

  test('of two tenants does not disturb the other', async () => {
    const { ask } = await workbenchUnderTest({ tenants: ['alice'] });
    await ask('POST', '/tenants/alice/lessons/paging/begin');
    await ask('POST', '/tenants/jama/lessons/token/begin');
    const [alice, jama] = await Promise.all(
      ['alice', 'jama'].map((name) => ask<BenchView>('GET', `/tenants/${name}`)),
    );
    expect([alice?.course.lesson, jama?.course.lesson]).toEqual(['paging', 'token']);
    expect([alice?.package.name, jama?.package.name]).toEqual(['lost-people', 'jama-connect']);
  });

  test('that nobody wrote is refused', async () => {
    const { raw } = await workbenchUnderTest();
    for (const [method, path] of [
      ['GET', 'none'],
      ['POST', 'none/begin'],
    ] as const)
      expect(await raw(method, `/tenants/jama/lessons/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'lesson-unknown' },
      });
  });

  test('whose flows do not end well is refused, and says why', async () => {
    const learner = await learnerOf(
      'own',
      await lessonOf(['users: { count: 1 }'], 'begin: { flows: [change-password] }'),
    );
    expect(await learner.raw('POST', '/tenants/jama/lessons/own/begin')).toMatchObject({
      status: 409,
      body: { code: 'lesson-not-prepared', detail: expect.stringContaining('change-password') },
    });
    expect((await learner.course()).progress.lesson).toBeNull();
  });
});

describe('the text of a lesson', () => {
  test('becomes plain data: HTML and odd links stay the text that they are', async () => {
    const text = [
      '# Head',
      'Some **strong** *text* with `code` and <img src=x onerror=alert(1)>, [bad](javascript:alert(1)), [good](#/live/{{tenant}}).',
      '<script>alert(2)</script>',
      '1. one\n2. two',
      '> quoted',
      '```\n{{address}} {{client}} {{unknown}}\n```',
    ].join('\n\n');
    const learner = await learnerOf('own', await lessonOf(['users: { count: 1 }'], '', text));
    const { text: blocks } = await learner.lesson();
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'list',
      'quote',
      'code',
    ]);
    const links = JSON.stringify(blocks).match(/"address":"[^"]*"/g);
    expect(links).toEqual(['"address":"#/live/jama"']);
    expect(blocks[2]).toEqual({
      kind: 'paragraph',
      parts: [{ kind: 'text', text: '<script>alert(2)</script>' }],
    });
    const { clientId, clientSecret } = learner.simulator.credentials;
    expect(blocks[5]).toEqual({
      kind: 'code',
      text: `${learner.origin}/jama ${clientId}:${clientSecret} {{unknown}}`,
    });
  });
});

describe('a lesson file that cannot be used', () => {
  const good =
    '---\nid: a\ntitle: T\ngoal: G\nsteps:\n  - text: x\n    check:\n      - accounts: { count: 1 }\n---\n';
  test.each([
    ['no front matter', 'Just text.', /one\.md:1:1 {2}There is no front matter/],
    ['no YAML', good.replace('id: a', 'id: [a'), /one\.md:\d+:\d+ {2}This is not YAML/],
    [
      'an unknown key',
      good.replace('goal: G', 'goal: G\ntitel: T'),
      /one\.md:5:1 {2}\/titel: "titel" is not known here; did you mean "title"/,
    ],
    ['a missing key', good.replace('title: T\n', ''), /one\.md:2:1 .*"title" is missing/],
    ['an unknown condition', good.replace('accounts:', 'acounts:'), /one\.md:8:9 .*did you mean "accounts"/],
    [
      'a condition without what it needs',
      good.replace('{ count: 1 }', '{ active: true }'),
      /one\.md:8:\d+ .*"count" is missing/,
    ],
    ['a number that is none', good.replace('count: 1', 'count: many'), /one\.md:8:\d+ .*"many"/],
    [
      'two conditions in one',
      good.replace('{ count: 1 }', '{ count: 1 }\n        users: { count: 1 }'),
      /one\.md:8:\d+ /,
    ],
    ['no steps', good.replace(/steps:[\s\S]*---/, 'steps: []\n---'), /one\.md:5:\d+ /],
    ['an id with blanks', good.replace('id: a', 'id: A lesson'), /one\.md:2:5 /],
    [
      'an unknown fault',
      good.replace('steps:', 'begin: { faults: [thottled] }\nsteps:'),
      /one\.md:5:\d+ .*did you mean "throttled"/,
    ],
    ['an unknown flow', good.replace('steps:', 'begin: { flows: [improt] }\nsteps:'), /one\.md:5:\d+ /],
    ['an unknown package', good.replace('steps:', 'begin: { package: none }\nsteps:'), /no package "none"/],
    [
      'a moment that is none',
      good.replace('steps:', 'begin: { clock: tomorrow }\nsteps:'),
      /one\.md:5:\d+ .*tomorrow/,
    ],
  ])('is refused with its place: %s', async (_, text, message) => {
    const lessons = await folderOf(text);
    await expect(checkLessons({ lessons, packages: PACKAGES })).rejects.toMatchObject({
      name: 'LessonError',
      code: 'lesson-file-invalid',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\w/),
    });
  });

  test('is refused when its id is taken, and so are a folder without lessons and none at all', async () => {
    const lessons = await folderOf(good);
    await writeFile(join(lessons, 'two.md'), good);
    await expect(checkLessons({ lessons, packages: PACKAGES })).rejects.toThrow(/two\.md.*"a" already/);
    const empty = await mkdtemp(join(tmpdir(), 'jama-sim-lessons-'));
    for (const folder of [empty, join(empty, 'none')])
      await expect(checkLessons({ lessons: folder, packages: PACKAGES })).rejects.toMatchObject({
        code: 'lessons-unreadable',
      });
  });
});

describe('a package that comes with the lessons', () => {
  test('is not on the list, and is chosen when its lesson begins', async () => {
    const { ask } = await workbenchUnderTest({}, LESSONS);
    const before = await ask<PackageFacts[]>('GET', '/packages?tenant=jama');
    expect(before.map(({ name }) => name)).not.toContain('lost-people');
    await ask<LessonView>('POST', '/tenants/jama/lessons/paging/begin');
    const { package: chosen } = await ask<BenchView>('GET', '/tenants/jama');
    expect(chosen).toEqual({ id: 'lesson-lost-people', name: 'lost-people', origin: 'lesson' });
    const { findings } = await ask<PackageView>('GET', '/tenants/jama/package');
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'mapping-path-unknown',
      'page-size-above-cap',
      'wrong-method',
    ]);
    expect(await ask<PackageFacts[]>('GET', '/packages?tenant=jama')).toEqual(before);
  });
});
