import type { Account, RecordCounts } from '../../../connector/index.js';
import type { User } from '../../../mock-server/index.js';
import type { World } from '../scenario.js';
import { importCall } from './import-call.js';
import { lostBetweenPages } from './lost-between-pages.js';

/** Every user of the tenant is an account on the EIC side, with the same name and the status that fits. */
export function accountsMatchUsers(world: World, received: RecordCounts): void {
  const users = world.tenant.users.list();
  const byUser = accountsByUser(world, users);
  const missing = users.filter((user) => !byUser.has(user.id));
  seeMissing(world, users, missing, received);
  seeWrongStatus(world, users, byUser);
}

function accountsByUser(world: World, users: readonly User[]): ReadonlyMap<number, Account> {
  const byName = new Map(world.connector.repository.accounts().map((account) => [account.name, account]));
  const byId = new Map(world.connector.repository.accounts().map((account) => [account.accountID, account]));
  return new Map(
    users.flatMap((user): [number, Account][] => {
      const account = byName.get(user.username) ?? byId.get(String(user.id));
      return account ? [[user.id, account]] : [];
    }),
  );
}

function seeMissing(
  world: World,
  users: readonly User[],
  missing: readonly User[],
  { dropped }: RecordCounts,
): void {
  const call = importCall(world, 'import-accounts');
  if (!call || missing.length === 0) return;
  const arrived = `import of a tenant with ${users.length} users: ${users.length - missing.length} accounts arrived, `;
  const inactive = missing.filter((user) => !user.active);
  const neverAsked = inactive.length === users.filter((user) => !user.active).length;
  const leftOut = neverAsked ? inactive : [];
  const lost = missing.filter((user) => !leftOut.includes(user));
  if (dropped > 0) {
    world.see({
      document: call.document.name,
      pointer: `${call.pointer}/colsToPropsMap`,
      code: 'records-dropped',
      causes: ['mapping-path-unknown', 'wrong-shape'],
      message: `${arrived}${dropped} records had no value in the key column "${call.call.keyField}" and were left out.`,
      remedy: 'Map the key column from a field that every record has.',
    });
  } else if (lost.length > 0) {
    world.see(lostBetweenPages(world, call, `${arrived}${lost.length} users are missing${examples(lost)}.`));
  }
  if (leftOut.length > 0 && dropped === 0) {
    world.see({
      document: call.document.name,
      pointer: `${call.httpPointer}/url`,
      code: 'inactive-users-left-out',
      severity: 'warning',
      causes: ['mapping-path-unknown', 'wrong-shape'],
      message: `${arrived}${leftOut.length} inactive users are missing${examples(leftOut)}.`,
      because:
        'Jama lists active users only, unless it is asked for the others; an account that was disabled then counts as deleted.',
      remedy: `"url": "${withInactive(call.url ?? '')}"`,
    });
  }
}

function withInactive(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}includeInactive=true`;
}

/** A few of them by name, so that a reader can look one up. */
function examples(users: readonly User[]): string {
  const names = users.slice(0, 3).map((user) => user.username);
  return ` (${names.join(', ')}${users.length > names.length ? ', ...' : ''})`;
}

function seeWrongStatus(world: World, users: readonly User[], byUser: ReadonlyMap<number, Account>): void {
  const call = importCall(world, 'import-accounts');
  const wrong = users.filter((user) => {
    const account = byUser.get(user.id);
    return account !== undefined && isActive(account) !== user.active;
  });
  if (!call || wrong.length === 0) return;
  const { document, pointer } = statusPlace(world);
  const active = wrong.filter((user) => user.active).length;
  world.see({
    document,
    pointer,
    code: 'status-wrong',
    causes: ['unknown-key', 'mapping-path-unknown', 'wrong-shape'],
    message:
      active > 0
        ? `${active} users are active in the tenant and inactive accounts on the EIC side.`
        : `${wrong.length} users are inactive in the tenant and active accounts on the EIC side.`,
    remedy:
      '"statusColumn": "customproperty3", "activeStatus": ["true"], with "customproperty3": "active~#~char" in colsToPropsMap',
  });
}

/** True for an account that EIC counts as active. */
export function isActive(account: Account): boolean {
  return account.status === '1' || account.status === 'Manually Provisioned';
}

/** Where the package says which accounts are active, and what becomes of those that are gone. */
export function statusPlace(world: World): { document: string; pointer: string } {
  const usesFile = world.package.document('STATUS_THRESHOLD_CONFIG').state === 'ok';
  return usesFile
    ? { document: 'STATUS_THRESHOLD_CONFIG', pointer: '/statusAndThresholdConfig' }
    : { document: 'ImportAccountEntJSON', pointer: '/accountParams/statusAndThresholdConfig' };
}
