import { isObject, objectOf, pointerTo } from '../../../connector/index.js';
import type { World } from '../scenario.js';

/** Where a section of the import lacks the call that should be there: the first key on the way to it that is missing. */
export function missingCall(world: World, section: 'entitlementParams' | 'acctEntParams'): string {
  const root = objectOf(world.package.document('ImportAccountEntJSON').value);
  const types = objectOf(objectOf(root[section]).entTypes);
  const imported = Object.keys(objectOf(objectOf(root.entitlementParams).entTypes));
  const [type] = Object.keys(types);
  if (!isObject(root[section])) return pointerTo('', section);
  if (type === undefined) return pointerTo('', section, 'entTypes', ...imported.slice(0, 1));
  const hasCalls = isObject(objectOf(types[type]).call);
  return pointerTo('', section, 'entTypes', type, 'call', ...(hasCalls ? ['call1'] : []));
}
