import type { TraceStep } from '../../connector/index.js';
import { TenantError } from '../../mock-server/index.js';
import type { Scenario, World } from './scenario.js';
import { groupDeleted } from './then/group-deleted.js';
import { siteOf } from './then/site-of.js';

/**
 * Tells a scenario, and says what the package has destroyed on the way. A story may read from the tenant whatever it needs: where a
 * call of the package has taken that away, the story ends with a finding at that call.
 * @throws what the story itself throws when no call has changed the tenant: that is no fault of the package
 */
export async function tellStory(scenario: Scenario, world: World): Promise<void> {
  let lost: TenantError | undefined;
  try {
    await scenario.run(world);
  } catch (error) {
    if (!(error instanceof TenantError) || !lastChange(world)) throw error;
    lost = error;
  }
  if (groupDeleted(world) || lost === undefined) return;
  seeLost(world, lost);
}

/** The last request that the target did not only answer, but did. */
function lastChange({ connector }: World): TraceStep | undefined {
  return connector.trace.findLast(
    ({ request, response }) => request?.method !== 'GET' && response !== undefined && response.status < 300,
  );
}

function seeLost(world: World, { code, detail }: TenantError): void {
  const step = lastChange(world);
  if (!step?.request) return;
  const { document, pointer, request, response } = step;
  const [id] = Object.values(detail);
  world.see({
    document,
    pointer: siteOf(world, step)?.httpPointer ?? pointer,
    code: 'state-lost',
    message: `After ${request.method} ${request.url} the tenant is not what the task should have made of it (${[code, id].filter((one) => one !== undefined).join(' ')}).`,
    because: `It answered ${response?.status}: the request was carried out, and it was another one than the task is for.`,
    remedy: 'Mend httpMethod and url: they must change what the task is about, and nothing else.',
  });
}
