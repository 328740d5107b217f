import type { CallPurpose, CallSite } from '../../lint/call-sites.js';
import type { World } from '../scenario.js';

/** The first call of the package with that purpose. */
export function importCall(world: World, purpose: CallPurpose): CallSite | undefined {
  return world.calls.find((call) => call.purpose === purpose);
}
