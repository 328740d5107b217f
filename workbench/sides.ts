import type { Account, ConnectionPackage, Entitlement, Repository } from '../connector/index.js';
import type { Tenant, User, UserGroup } from '../mock-server/index.js';
import type {
  AccountRow,
  ComparedListing,
  EntitlementRow,
  GroupRow,
  ImportsRun,
  Listing,
  SidesView,
  Standing,
  UserRow,
} from './api.js';
import { differences, type MappedColumn, mappedColumns } from './differences.js';

const ROWS = 300;
const NAMES = 60;

interface Pair {
  readonly user: User | undefined;
  readonly account: Account | undefined;
  readonly notes: readonly string[];
}

interface GroupPair {
  readonly group: UserGroup | undefined;
  readonly entitlement: Entitlement | undefined;
  readonly members: number;
  readonly usernames: readonly string[];
  readonly holders: number;
  readonly notes: readonly string[];
}

/** Both sides at this moment, every record with how it compares with its counterpart. */
export function sidesOf(tenant: Tenant, repository: Repository, source: ConnectionPackage): SidesView {
  const pairs = peoplePairs(tenant, repository, mappedColumns(source));
  const accountOf = new Map(
    pairs.flatMap(({ user, account }) => (user && account ? [[user.id, account]] : [])),
  );
  const groups = groupPairs(tenant, repository, accountOf);
  const owners = new Map(repository.accounts().map(({ user, name }) => [user, name]));
  return {
    imports: importsOf(repository),
    users: compared(pairs.flatMap((pair) => userRow(pair) ?? [])),
    accounts: compared(pairs.flatMap((pair) => accountRow(pair) ?? [])),
    usergroups: compared(groups.flatMap((pair) => groupRow(pair) ?? [])),
    entitlements: compared(groups.flatMap((pair) => entitlementRow(pair) ?? [])),
    identities: listing(
      repository.identities().map(({ username, displayname }) => ({
        username,
        name: String(displayname ?? ''),
        account: owners.get(username) ?? null,
      })),
    ),
    tasks: listing([...repository.tasks()].reverse()),
    jobs: listing([...repository.jobs()].reverse()),
  };
}

function importsOf(repository: Repository): ImportsRun {
  const imported = new Set(repository.jobs().map(({ parameters }) => parameters.accounts_or_access));
  return { accounts: imported.has('accounts'), access: imported.has('access') };
}

/** An account stands for the user whose id or username it carries. */
function peoplePairs(tenant: Tenant, repository: Repository, columns: readonly MappedColumn[]): Pair[] {
  const met = new Set<number>();
  const pairs = tenant.users.list().map((user): Pair => {
    const account =
      repository.accountByColumn('accountid', String(user.id)) ?? repository.accountByName(user.username);
    if (account === undefined) return { user, account, notes: ['no account on the EIC side'] };
    met.add(account.key);
    return { user, account, notes: differences(user, account, columns) };
  });
  const alone = repository.accounts().filter(({ key }) => !met.has(key));
  return [
    ...pairs,
    ...alone.map((account) => ({ user: undefined, account, notes: ['no user in the tenant'] })),
  ];
}

function groupPairs(
  tenant: Tenant,
  repository: Repository,
  accountOf: ReadonlyMap<number, Account>,
): GroupPair[] {
  const met = new Set<number>();
  const holders = holdersByEntitlement(repository);
  const byId = new Map(repository.entitlements().map((one) => [one.entitlementID, one]));
  const byName = new Map(repository.entitlements().map((one) => [one.value, one]));
  const pairs = tenant.usergroups.list().map((group): GroupPair => {
    const members = tenant.usergroups.memberIds(group.id);
    const usernames = members.slice(0, NAMES).map((id) => tenant.users.require(id).username);
    const of = { group, members: members.length, usernames };
    const entitlement = byId.get(String(group.id)) ?? byName.get(group.name);
    if (entitlement === undefined)
      return { ...of, entitlement, holders: 0, notes: ['no entitlement on the EIC side'] };
    met.add(entitlement.key);
    const held = holders.get(entitlement.key) ?? new Set<number>();
    const wanted = new Set(members.flatMap((id) => accountOf.get(id)?.key ?? []));
    const notes = membershipNotes(members.length, wanted, held, entitlement, group);
    return { ...of, entitlement, holders: held.size, notes };
  });
  const alone = repository.entitlements().filter(({ key }) => !met.has(key));
  return [
    ...pairs,
    ...alone.map((entitlement) => ({
      group: undefined,
      entitlement,
      members: 0,
      usernames: [],
      holders: holders.get(entitlement.key)?.size ?? 0,
      notes: ['no user group in the tenant'],
    })),
  ];
}

function membershipNotes(
  members: number,
  wanted: ReadonlySet<number>,
  held: ReadonlySet<number>,
  entitlement: Entitlement,
  group: UserGroup,
): string[] {
  const missing = members - [...wanted].filter((key) => held.has(key)).length;
  const extra = [...held].filter((key) => !wanted.has(key)).length;
  return [
    ...(entitlement.value === group.name ? [] : [`name: ${group.name} | ${entitlement.value}`]),
    ...(entitlement.status === '1' ? [] : ['inactive on the EIC side']),
    ...(missing === 0 ? [] : [`${missing} of ${members} members do not hold the entitlement`]),
    ...(extra === 0 ? [] : [`${extra} hold the entitlement and are no members`]),
  ];
}

function holdersByEntitlement(repository: Repository): ReadonlyMap<number, ReadonlySet<number>> {
  const holders = new Map<number, Set<number>>();
  for (const { accountKey, entitlementKey } of repository.links()) {
    const known = holders.get(entitlementKey);
    if (known === undefined) holders.set(entitlementKey, new Set([accountKey]));
    else known.add(accountKey);
  }
  return holders;
}

function standingOf(counterpart: object | undefined, notes: readonly string[]): Standing {
  if (counterpart === undefined) return 'only-here';
  return notes.length === 0 ? 'same' : 'different';
}

function userRow({ user, account, notes }: Pair): UserRow | undefined {
  if (user === undefined) return undefined;
  const { id, username, firstName, lastName, active, licenseType } = user;
  const standing = standingOf(account, notes);
  return { id, username, name: `${firstName} ${lastName}`, active, licenseType, standing, notes };
}

function accountRow({ user, account, notes }: Pair): AccountRow | undefined {
  if (account === undefined) return undefined;
  const { key, name, accountID, status } = account;
  const active = status === '1' || status === 'Manually Provisioned';
  return {
    key,
    name,
    accountID,
    status,
    active,
    identity: account.user,
    standing: standingOf(user, notes),
    notes,
  };
}

function groupRow({ group, entitlement, members, usernames, notes }: GroupPair): GroupRow | undefined {
  if (group === undefined) return undefined;
  const { id, name } = group;
  return { id, name, members, usernames, standing: standingOf(entitlement, notes), notes };
}

function entitlementRow({ group, entitlement, holders, notes }: GroupPair): EntitlementRow | undefined {
  if (entitlement === undefined) return undefined;
  const { key, type, entitlementID, value, status } = entitlement;
  return {
    key,
    type,
    entitlementID,
    value,
    active: status === '1',
    holders,
    standing: standingOf(group, notes),
    notes,
  };
}

const listing = <Row>(rows: readonly Row[]): Listing<Row> => ({
  total: rows.length,
  rows: rows.slice(0, ROWS),
});

function compared<Row extends { readonly standing: Standing }>(rows: readonly Row[]): ComparedListing<Row> {
  const standings: Record<Standing, number> = { same: 0, different: 0, 'only-here': 0 };
  for (const { standing } of rows) standings[standing] += 1;
  const order: Record<Standing, number> = { different: 0, 'only-here': 1, same: 2 };
  const shown =
    rows.length <= ROWS
      ? rows
      : [...rows].sort((a, b) => order[a.standing] - order[b.standing]).slice(0, ROWS);
  return { total: rows.length, rows: shown, standings };
}
