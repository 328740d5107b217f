import { type Account, type Entitlement, pointerTo } from '../../../connector/index.js';
import type { UserGroup } from '../../../mock-server/index.js';
import { statusConfigOf } from '../../lint/status-config.js';
import type { Observation, World } from '../scenario.js';
import { importCall } from './import-call.js';
import { lostBetweenPages } from './lost-between-pages.js';
import { missingCall } from './missing-call.js';
import { nextPageFault } from './next-page-fault.js';

/**
 * Every user group is an entitlement, and every member who has an account holds it; nobody else does.
 * @param again whether the tenant was another one when it was imported before
 */
export function accessMatchesMembers(world: World, again = false): void {
  const groups = world.tenant.usergroups.list();
  const entitlements = new Map(groups.map((group) => [group.id, entitlementOf(world, group.id, group.name)]));
  const missing = groups.filter((group) => !entitlements.get(group.id));
  if (missing.length > 0) seeMissing(world, groups, missing);
  const held = groups.flatMap((group) => {
    const entitlement = entitlements.get(group.id);
    return entitlement ? [comparedLinks(world, group, entitlement)] : [];
  });
  seeLinks(world, held, again);
  if (again) seeLeftOver(world, groups);
}

/** Entitlements of user groups that are gone: none is active, and nobody holds one. */
function seeLeftOver(world: World, groups: readonly UserGroup[]): void {
  const { repository } = world.connector;
  const known = new Set(groups.flatMap(({ id, name }) => [String(id), name]));
  const gone = repository
    .entitlements()
    .filter(({ entitlementID, value }) => !known.has(entitlementID ?? value));
  const active = gone.filter(({ status }) => status === '1');
  const held = new Set(repository.links().map(({ entitlementKey }) => entitlementKey));
  const stillHeld = gone.filter(({ key, status }) => status !== '1' && held.has(key));
  if (active.length > 0) {
    const inactivates = statusConfigOf(world.package).value.inactivateEntsNotInFeed === true;
    world.see({
      ...changePlace(world, inactivates ? 'entThresholdValue' : 'inactivateEntsNotInFeed'),
      code: 'entitlements-left-over',
      causes: ['threshold-without-effect'],
      within: '',
      message: `${active.length} user group that is gone from the tenant can still be requested (${active[0]?.value}).`,
      remedy: '"inactivateEntsNotInFeed": true, and an entThresholdValue that a single one does not reach',
    });
  }
  if (stillHeld.length > 0) {
    world.see({
      ...changePlace(world, 'deleteAccEntForActiveAccounts'),
      code: 'links-left-over',
      message: `Accounts hold the entitlement ${stillHeld[0]?.value} although its user group is gone from the tenant.`,
      remedy: '"deleteAccEntForActiveAccounts": true',
    });
  }
}

/** The key of statusAndThresholdConfig that decides what becomes of what is gone. */
function changePlace(world: World, key: string): Pick<Observation, 'document' | 'pointer'> {
  const { document, pointer } = statusConfigOf(world.package);
  return { document: document.name, pointer: pointerTo(pointer, key) };
}

function seeMissing(world: World, groups: readonly UserGroup[], missing: readonly UserGroup[]): void {
  const message = `import of a tenant with ${groups.length} user groups: ${missing.length} are missing (${missing[0]?.name}, ...).`;
  const call = importCall(world, 'import-entitlements');
  world.see(
    call
      ? lostBetweenPages(world, call, message, groups.length)
      : {
          document: 'ImportAccountEntJSON',
          pointer: missingCall(world, 'entitlementParams'),
          code: 'entitlements-not-imported',
          causes: ['unknown-key', 'wrong-shape'],
          within: '',
          message,
          remedy:
            'Add an entitlement type with a call to entitlementParams; jama-connect in fixtures/packages has one.',
        },
  );
}

/** How the links of one user group compare with its members. */
interface ComparedLinks {
  readonly group: string;
  readonly wanted: number;
  readonly lost: number;
  readonly extra: number;
}

function comparedLinks(world: World, group: UserGroup, entitlement: Entitlement): ComparedLinks {
  const members = new Set(world.tenant.usergroups.memberIds(group.id));
  const pairs = world.tenant.users.list().flatMap((user) => {
    const account = accountOf(world, user.id, user.username);
    if (!account) return [];
    const held = world.connector.repository.hasLink(account.key, entitlement.key);
    return [{ held, member: members.has(user.id) }];
  });
  return {
    group: group.name,
    wanted: pairs.filter(({ member }) => member).length,
    lost: pairs.filter(({ member, held }) => member && !held).length,
    extra: pairs.filter(({ member, held }) => held && !member).length,
  };
}

function seeLinks(world: World, compared: readonly ComparedLinks[], again: boolean): void {
  const sum = (key: 'wanted' | 'lost' | 'extra') => compared.reduce((total, one) => total + one[key], 0);
  const call = importCall(world, 'import-links');
  const document = call?.document.name ?? 'ImportAccountEntJSON';
  const pointer = call?.pointer ?? missingCall(world, 'acctEntParams');
  if (sum('lost') > 0) {
    const worst = compared.reduce((a, b) => (b.lost > a.lost ? b : a));
    const message = `${sum('lost')} of ${sum('wanted')} memberships did not arrive; of ${worst.group} alone ${worst.lost} of ${worst.wanted}.`;
    const remedy = 'Add a call for the links to acctEntParams.';
    const causes = ['unknown-key', 'wrong-shape'];
    world.see(
      call
        ? lostBetweenPages(world, call, message)
        : { document, pointer, code: 'links-not-imported', causes, within: '', message, remedy },
    );
  }
  const keeps = statusConfigOf(world.package).value.deleteAccEntForActiveAccounts !== true;
  if (sum('extra') > 0 && again && keeps) {
    world.see({
      ...changePlace(world, 'deleteAccEntForActiveAccounts'),
      code: 'links-left-over',
      message: `${sum('extra')} accounts still hold a user group on the EIC side of which they are no member any more.`,
      remedy: '"deleteAccEntForActiveAccounts": true',
    });
  } else if (sum('extra') > 0) {
    const fault = call && nextPageFault(world.connector.trace, call);
    world.see({
      document,
      pointer,
      code: 'links-too-many',
      message: `${sum('extra')} accounts hold a user group on the EIC side of which they are no member.`,
      remedy: 'Look at entKeyField, acctIdPath and acctKeyField of this call.',
      ...fault,
    });
  }
}

/** The entitlement that stands for a user group: the one with its id, or with its name. */
export function entitlementOf(world: World, id: number, name: string): Entitlement | undefined {
  const active = world.connector.repository.entitlements().filter(({ status }) => status === '1');
  return (
    active.find(({ entitlementID }) => entitlementID === String(id)) ??
    active.find(({ value }) => value === name)
  );
}

/** The account that stands for a user: the one with its username, or with its id. */
export function accountOf(world: World, id: number, username: string): Account | undefined {
  const { repository } = world.connector;
  return repository.accountByName(username) ?? repository.accountByColumn('accountid', String(id));
}
