import type { World } from '../scenario.js';
import { statusPlace } from './accounts-match-users.js';

/** Every active entitlement stands for a user group that the tenant has, and nobody holds one that stands for none. */
export function onlyPresentGroups(world: World): void {
  const { connector, tenant, see } = world;
  const groups = tenant.usergroups.list();
  const ids = new Set(groups.map(({ id }) => String(id)));
  const names = new Set(groups.map(({ name }) => name));
  const gone = connector.repository
    .entitlements()
    .filter(({ entitlementID, value }) => (entitlementID ? !ids.has(entitlementID) : !names.has(value)));
  const active = gone.filter(({ status }) => status === '1');
  const held = gone.filter(({ key }) =>
    connector.repository.links().some(({ entitlementKey }) => entitlementKey === key),
  );
  const place = statusPlace(world);
  if (active.length > 0) {
    see({
      ...place,
      code: 'vanished-groups-stay-active',
      message: `The entitlement ${active[0]?.value} is active although its user group is gone from the tenant.`,
      remedy: '"inactivateEntsNotInFeed": true',
    });
  }
  if (held.length > 0) {
    see({
      ...place,
      code: 'vanished-groups-stay-held',
      message: `Accounts hold the entitlement ${held[0]?.value} although its user group is gone from the tenant.`,
      remedy: '"deleteAccEntForActiveAccounts": true',
    });
  }
}
