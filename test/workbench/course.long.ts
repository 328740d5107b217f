import { describe, expect, test } from '@jest/globals';
import type { PackageView } from '../../workbench/index.js';
import { type Learner, learnerOf } from './lesson-walk.js';

const next = async (learner: Learner) => {
  const { id, steps } = await learner.until(({ waiting }) => waiting !== null);
  await learner.ask('POST', `/tenants/jama/runs/${id}/next`);
  await learner.until((run) => run.steps > steps && (run.waiting !== null || run.endedAt !== null));
};

const useFault = (learner: Learner, use: string) => learner.admin('POST', '/faults', { use });

async function mend(learner: Learner, document: string, wrong: string, right: string): Promise<PackageView> {
  const { id, documents } = await learner.ask<PackageView>('GET', '/tenants/jama/package');
  const { text = '' } = documents.find(({ name }) => name === document) ?? {};
  expect(text).toContain(wrong);
  const changed = { package: id, text: text.replace(wrong, right) };
  return learner.ask('PUT', `/tenants/jama/package/documents/${document}`, changed);
}

/** What the text of each step says, in its order. */
const WALKS: Readonly<Record<string, readonly ((learner: Learner) => Promise<unknown>)[]>> = {
  token: [
    async (learner) => {
      await learner.run({ flow: 'test connection', mode: 'step' });
      await next(learner);
    },
    next,
    async (learner) => {
      const { id } = await learner.until(({ waiting }) => waiting !== null);
      await learner.ask('POST', `/tenants/jama/runs/${id}/rest`);
      await learner.ended();
    },
  ],
  'first-import': [
    (learner) => learner.flow('import accounts'),
    (learner) => learner.flow('import accounts'),
  ],
  paging: [
    (learner) => learner.flow('import accounts'),
    (learner) => mend(learner, 'ImportAccountEntJSON', '"batchSize": 100', '"batchSize": 50'),
    (learner) => learner.flow('import accounts'),
    async (learner) => {
      await mend(learner, 'ImportAccountEntJSON', 'jobTitle~#~char', 'title~#~char');
      await learner.flow('import accounts');
    },
    async (learner) => {
      await mend(learner, 'DisableAccountJSON', '"POST"', '"PUT"');
      await learner.flow('disable', { identity: 'eldred.dibbert' });
    },
  ],
  'groups-and-access': [
    (learner) => learner.flow('import access'),
    async (learner) => {
      await useFault(learner, 'group-vanishes-mid-import');
      await learner.flow('import access');
    },
    (learner) => learner.flow('import access'),
  ],
  'create-account': [
    (learner) => learner.flow('create', { identity: 'nadia.berg' }),
    (learner) => learner.flow('create', { identity: 'ivo.lund' }),
    (learner) => learner.flow('import accounts'),
  ],
  'update-account': [
    (learner) => learner.flow('update', { identity: 'eldred.dibbert' }),
    (learner) => learner.flow('import accounts'),
  ],
  'disable-and-enable': [
    (learner) => learner.flow('disable', { identity: 'abdonie.blanchard' }),
    (learner) => learner.flow('import accounts'),
    (learner) => learner.flow('enable', { identity: 'abdonie.blanchard' }),
  ],
  'add-and-remove-access': [
    (learner) => learner.flow('add-access', { identity: 'nina.domanski', entitlement: 'External Reviewers' }),
    (learner) => learner.flow('add-access', { identity: 'nina.domanski', entitlement: 'External Reviewers' }),
    (learner) =>
      learner.flow('remove-access', { identity: 'nina.domanski', entitlement: 'External Reviewers' }),
  ],
  'token-expires': [
    (learner) => learner.flow('import accounts'),
    (learner) => learner.admin('POST', '/clock', { advance: 3_600_000 }),
    (learner) => learner.flow('import accounts'),
    async (learner) => {
      await useFault(learner, 'token-expires-mid-import');
      await learner.flow('import accounts');
    },
  ],
  'target-down': [
    async (learner) => {
      await useFault(learner, 'bad-gateway');
      await learner.flow('import accounts');
    },
    async (learner) => {
      for (const { id } of learner.simulator.tenant.faults.list())
        await learner.admin('DELETE', `/faults/${id}`);
      await learner.flow('import accounts');
    },
    async (learner) => {
      await useFault(learner, 'create-succeeds-but-answer-lost');
      await learner.flow('create', { identity: 'nadia.berg' });
    },
    (learner) => learner.flow('import accounts'),
  ],
};

describe('the course that comes with jama-sim', () => {
  test('has every lesson walked here', async () => {
    const { course } = await learnerOf('token');
    const { lessons } = await course();
    expect(lessons.map(({ id }) => id)).toEqual(Object.keys(WALKS));
    expect(lessons.length).toBeLessThanOrEqual(10);
  });

  test.each(Object.entries(WALKS))(
    '%s: each step is reached by what its text says, and none before',
    async (id, walk) => {
      const learner = await learnerOf(id);
      const { steps, text } = await learner.begin();
      expect(text.length).toBeGreaterThan(2);
      expect(steps).toHaveLength(walk.length);
      expect(steps.map(({ done }) => done)).toEqual(walk.map(() => false));
      for (const { lacking } of steps) expect(lacking).not.toEqual([]);

      for (const [at, doIt] of walk.entries()) {
        await doIt(learner);
        const seen = await learner.lesson();
        expect({ lacking: seen.steps[at]?.lacking, done: await learner.steps() }).toEqual({
          lacking: [],
          done: 'x'.repeat(at + 1) + '.'.repeat(walk.length - at - 1),
        });
      }
      expect((await learner.course()).progress).toMatchObject({
        lesson: id,
        step: walk.length,
        lessonsDone: [id],
      });
    },
    30_000,
  );
});
