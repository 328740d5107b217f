import { ExtensionProblem, generatedState } from '../../mock-server/index.js';
import type { Bench } from '../bench.js';
import type { PackageOnShelf } from '../shelf.js';
import type { Lesson } from './lesson.js';

/**
 * Puts both sides, the clock, the faults and the package of a bench as a lesson needs them. What the tenant held is replaced.
 * @throws ExtensionProblem `lesson-not-prepared` when a flow that comes before the lesson does not end well
 */
export async function prepareBench(bench: Bench, lesson: Lesson, given: PackageOnShelf): Promise<void> {
  const { tenant } = bench;
  const { begin } = lesson;
  const { tokenLife, ...size } = begin.tenant;
  await bench.reset();
  tenant.reset();
  tenant.faults.clear();
  tenant.restore(generatedState(size, tenant.profile));
  tenant.tokens.expireAll();
  tenant.tokens.liveFor(tokenLife);
  if (begin.clock === 'frozen') tenant.clock.freeze();
  else if (begin.clock !== 'runs') tenant.clock.freeze(Date.parse(begin.clock));
  await tenant.saved();
  await bench.choose(given, begin.identities);
  for (const flow of begin.flows) {
    bench.run({ flow, mode: 'whole' });
    await bench.idle();
    const last = bench.runs().at(-1);
    if (last?.status === 'ok') continue;
    throw new ExtensionProblem(
      409,
      'lesson-not-prepared',
      `${flow}, which comes before the lesson "${lesson.id}", ended ${last?.status}: ${last?.problems[0]?.message ?? 'no reason is known'}.`,
    );
  }
  tenant.faults.addAll(begin.faults.map((use) => ({ use })));
}
