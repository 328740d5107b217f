import { type Account, type ConnectionPackage, objectOf } from '../connector/index.js';
import type { User } from '../mock-server/index.js';

/** A column of accounts, and the field of a user that the package fills it from. */
export interface MappedColumn {
  readonly column: string;
  readonly field: keyof User;
}

/** How the fields of a user are called on the wire and here. */
const FIELDS: ReadonlySet<string> = new Set<keyof User>([
  'id',
  'username',
  'firstName',
  'lastName',
  'email',
  'phone',
  'title',
  'location',
  'licenseType',
  'active',
]);

/** The columns that colsToPropsMap of the account calls fills from a field of a user; longer paths are left out. */
export function mappedColumns(source: ConnectionPackage): MappedColumn[] {
  const params = objectOf(objectOf(source.document('ImportAccountEntJSON').value).accountParams);
  // An account that is called otherwise than its user differs, whatever the package maps.
  const found = new Map<string, MappedColumn>([['name', { column: 'name', field: 'username' }]]);
  for (const call of Object.values(objectOf(params.call))) {
    for (const [column, path] of Object.entries(objectOf(objectOf(call).colsToPropsMap))) {
      const field = String(path).split('~#~')[0] ?? '';
      if (isField(field)) found.set(column.toLowerCase(), { column, field });
    }
  }
  return [...found.values()];
}

const isField = (name: string): name is keyof User => FIELDS.has(name);

/** What an account says otherwise than its user, a sentence each: tenant first, EIC side second. */
export function differences(user: User, account: Account, columns: readonly MappedColumn[]): string[] {
  const active = account.status === '1' || account.status === 'Manually Provisioned';
  const status =
    active === user.active
      ? []
      : [`status: ${user.active ? 'active' : 'inactive'} in the tenant, "${account.status}" on the EIC side`];
  return [...status, ...columns.flatMap((one) => difference(user, account, one))];
}

function difference(user: User, account: Account, { column, field }: MappedColumn): string[] {
  const here = user[field] === null ? null : String(user[field]);
  const there = columnOf(account, column.toLowerCase());
  if ((here ?? '') === (there ?? '')) return [];
  return [`${field}: ${here ?? 'none'} in the tenant, ${there ?? 'none'} on the EIC side`];
}

function columnOf(account: Account, column: string): string | null {
  if (column === 'accountid') return account.accountID;
  return column === 'name' ? account.name : (account.columns[column] ?? null);
}
