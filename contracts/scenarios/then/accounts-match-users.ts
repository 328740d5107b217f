import { type Account, objectOf, pointerTo, type RecordCounts, textOf } from '../../../connector/index.js';
import type { User } from '../../../mock-server/index.js';
import type { CallSite } from '../../lint/call-sites.js';
import type { World } from '../scenario.js';
import { importCall } from './import-call.js';
import { lostBetweenPages } from './lost-between-pages.js';
import { type UserAccount, wrongStatus } from './wrong-status.js';

/** Every user of the tenant is an account on the EIC side, with the same name and the status that fits. */
export function accountsMatchUsers(world: World, received: RecordCounts): void {
  const users = world.tenant.users.list();
  const byUser = accountsByUser(world, users);
  const missing = users.filter((user) => {
    const account = byUser.get(user.id);
    return account === undefined || isLost(user, account);
  });
  seeMissing(world, users, missing, received);
  seeWrongStatus(world, users, byUser);
  seeWrongNames(world, users, byUser);
}

/** Accounts that are called like their users, and some that are not: the name is made of the username, and not of all of it. */
function seeWrongNames(world: World, users: readonly User[], byUser: ReadonlyMap<number, Account>): void {
  const call = importCall(world, 'import-accounts');
  const wrong = users.filter((user) => (byUser.get(user.id)?.name ?? user.username) !== user.username);
  const [first] = wrong;
  const column = Object.keys(objectOf(call?.call.colsToPropsMap)).find((one) => one.toLowerCase() === 'name');
  if (!call || !first || column === undefined || wrong.length === users.length) return;
  // An account that did not arrive again keeps the name it had.
  if (!textOf(objectOf(call.call.colsToPropsMap)[column])?.startsWith('#CONST#')) return;
  world.see({
    document: call.document.name,
    pointer: pointerTo(call.pointer, 'colsToPropsMap', column),
    code: 'value-changed',
    message: `The username ${JSON.stringify(first.username)} became the account name ${JSON.stringify(byUser.get(first.id)?.name)}; ${wrong.length} of ${users.length} accounts have another name than their users.`,
    because:
      'Two users can come to the same name, and a new account that is named in full is not found again.',
    remedy: `"${column}": "username~#~char"`,
  });
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
  const neverAsked = !asksForInactive(world, call);
  const leftOut = neverAsked ? inactive : [];
  const lost = missing.filter((user) => !leftOut.includes(user));
  if (dropped > 0) {
    world.see({
      document: call.document.name,
      pointer: pointerTo(call.pointer, 'colsToPropsMap', textOf(call.call.keyField) ?? 'accountID'),
      code: 'records-dropped',
      causes: ['mapping-path-unknown', 'mapping-type', 'wrong-shape'],
      within: call.pointer,
      message: `${arrived}${dropped} records had no value in the key column "${call.call.keyField}" and were left out.`,
      remedy: 'Map the key column from a field that every record has.',
    });
  } else if (lost.length > 0) {
    const message = `${arrived}${lost.length} users are missing${examples(lost)}.`;
    const wanted = users.length - leftOut.length;
    world.see(lostBetweenPages(world, call, message, wanted));
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

/** Whether a request of the call asked for users who are not active. */
function asksForInactive(world: World, call: CallSite): boolean {
  return world.connector.trace.some(
    ({ document, pointer, request }) =>
      document === call.document.name &&
      pointer === call.pointer &&
      /[?&]includeInactive=true(?:&|$)/i.test(request?.url ?? ''),
  );
}

function withInactive(url: string): string {
  const given = /([?&])includeInactive=[^&]*/i;
  if (given.test(url)) return url.replace(given, '$1includeInactive=true');
  return `${url}${url.includes('?') ? '&' : '?'}includeInactive=true`;
}

/** A few of them by name, so that a reader can look one up. */
function examples(users: readonly User[]): string {
  const names = users.slice(0, 3).map((user) => user.username);
  return ` (${names.join(', ')}${users.length > names.length ? ', ...' : ''})`;
}

function seeWrongStatus(world: World, users: readonly User[], byUser: ReadonlyMap<number, Account>): void {
  const pairs = users.flatMap((user): UserAccount[] => {
    const account = byUser.get(user.id);
    return account && !isLost(user, account) ? [{ user, account }] : [];
  });
  const wrong = pairs.filter(({ user, account }) => isActive(account) !== user.active);
  if (wrong.length === 0) return;
  const active = wrong.filter(({ user }) => user.active).length;
  const observation = wrongStatus(
    world,
    pairs,
    active > 0
      ? `${active} users are active in the tenant and inactive accounts on the EIC side.`
      : `${wrong.length} users are inactive in the tenant and active accounts on the EIC side.`,
  );
  if (observation) world.see(observation);
}

/** An account of an active user that the last import did not bring, and that was suspended for it. */
function isLost(user: User, { status }: Account): boolean {
  return user.active && status === 'SUSPENDED FROM IMPORT SERVICE';
}

/** True for an account that EIC counts as active. */
export function isActive(account: Account): boolean {
  return account.status === '1' || account.status === 'Manually Provisioned';
}
