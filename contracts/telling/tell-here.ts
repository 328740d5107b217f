import { exchangesOf } from '../exchanges.js';
import { callSites } from '../lint/call-sites.js';
import { watched } from './rests-on.js';
import type { Teller } from './telling.js';

/**
 * Tells scenarios in this thread, each on a tenant of its own. Nothing leaves the machine: every URL of the package is sent to
 * that tenant.
 */
export const here: Teller = {
  async tell(connectionPackage, scenario) {
    // Loaded only when there is something to tell, since lint has no use for a tenant.
    const { openWorld, tellStory } = await import('../scenarios/index.js');
    const reading = watched(connectionPackage);
    const world = await openWorld(reading.package, scenario.given ?? {}, callSites(connectionPackage));
    try {
      await tellStory(scenario, world);
    } finally {
      await world.close();
    }
    return {
      restsOn: [...new Set([...scenario.needs, ...reading.asked()])],
      ...(world.gaveUp === undefined ? {} : { gaveUp: world.gaveUp }),
      observations: world.observations,
      assumptions: world.assumptions(),
      exchanges: exchangesOf(world.connector.trace),
    };
  },
  close: async () => undefined,
};
