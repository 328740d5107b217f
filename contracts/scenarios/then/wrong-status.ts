import { type Account, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { User } from '../../../mock-server/index.js';
import { type PlacedConfig, statusConfigOf } from '../../lint/status-config.js';
import type { Observation, World } from '../scenario.js';
import { importCall } from './import-call.js';

/** A user of the tenant and the account that stands for it. */
export interface UserAccount {
  readonly user: User;
  readonly account: Account;
}

/** Accounts whose status is not that of their users: which part of the configuration made it so, told from the columns. */
export function wrongStatus(
  world: World,
  pairs: readonly UserAccount[],
  message: string,
): Observation | undefined {
  const call = importCall(world, 'import-accounts');
  if (!call) return undefined;
  const config = statusConfigOf(world.package);
  const base = {
    document: config.document.name,
    within: '',
    code: 'status-wrong',
    causes: ['unknown-key', 'wrong-shape', 'status-never-active', 'status-column-not-filled'],
    message,
  };
  const column = textOf(config.value.statusColumn)?.toLowerCase() ?? '';
  const telling = tellingColumn(pairs, Object.keys(objectOf(call.call.colsToPropsMap)));
  const remedy = `"statusColumn": "${telling?.name ?? 'customproperty3'}", "activeStatus": ["${telling?.active ?? 'true'}"]`;
  if (tells(pairs, column)) return { ...base, remedy, pointer: keyOf(config, 'activeStatus') };
  if (telling || column === '') return { ...base, remedy, pointer: keyOf(config, 'statusColumn') };
  const mapped = Object.keys(objectOf(call.call.colsToPropsMap)).find((one) => one.toLowerCase() === column);
  return {
    ...base,
    document: call.document.name,
    within: call.pointer,
    pointer: pointerTo(call.pointer, 'colsToPropsMap', mapped ?? column),
    causes: ['mapping-path-unknown', 'mapping-type'],
    remedy: `"${mapped ?? column}": "active~#~char", the field that says whether a user is active`,
  };
}

function keyOf({ pointer }: PlacedConfig, key: string): string {
  return pointerTo(pointer, key);
}

/** The column with one value for all active users and another one for the others, if there is one. */
function tellingColumn(
  pairs: readonly UserAccount[],
  columns: readonly string[],
): { name: string; active: string } | undefined {
  const name = columns.find((one) => tells(pairs, one.toLowerCase()));
  const active = pairs.find(({ user }) => user.active)?.account.columns[name?.toLowerCase() ?? ''];
  return name === undefined ? undefined : { name, active: active ?? '' };
}

function tells(pairs: readonly UserAccount[], column: string): boolean {
  const valuesOf = (active: boolean) =>
    new Set(
      pairs
        .filter(({ user }) => user.active === active)
        .map(({ account }) => account.columns[column] ?? null),
    );
  const [active, inactive] = [[...valuesOf(true)], [...valuesOf(false)]];
  return active.length === 1 && inactive.length === 1 && active[0] !== inactive[0];
}
