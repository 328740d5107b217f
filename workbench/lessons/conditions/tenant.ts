import { FAULTS, type FaultName, type LicenceType, type User } from '../../../mock-server/index.js';
import {
  type Count,
  closed,
  condition,
  count,
  counted,
  type Sighting,
  same,
  text,
  together,
  yesNo,
} from './condition.js';

/** How many users the tenant has. */
export const users = condition<{ readonly count: Count; readonly active?: boolean }>({
  about: 'how many users the tenant has, or how many active or inactive ones',
  example: { count: 121 },
  schema: closed({ count, active: yesNo }, ['count']),
  look({ tenant }, wanted) {
    const found = tenant.users.list().filter(({ active }) => active === (wanted.active ?? active));
    const word = wanted.active === undefined ? '' : wanted.active ? 'active ' : 'inactive ';
    return counted(wanted.count, found.length, `${word}user`);
  },
});

interface WantedUser {
  readonly username: string;
  readonly exists?: boolean;
  readonly active?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
}

const FIELDS = ['firstName', 'lastName', 'email', 'phone', 'title', 'location', 'licenseType'] as const;
type Field = (typeof FIELDS)[number];

/** One user of the tenant. */
export const user = condition<WantedUser>({
  about: `one user of the tenant: whether there is such a one, is active, and has these fields (${FIELDS.join(', ')})`,
  example: { username: 'nadia.berg', active: true, fields: { title: 'Systems Engineer' } },
  schema: closed(
    {
      username: text,
      exists: yesNo,
      active: yesNo,
      fields: closed(Object.fromEntries(FIELDS.map((name) => [name, { type: 'string' }]))),
    },
    ['username'],
  ),
  look({ tenant }, { username, exists = true, active, fields = {} }) {
    const found = tenant.users.findByUsername(username);
    const presence = existence(`user ${username}`, exists, found !== undefined);
    if (found === undefined || !exists) return presence;
    return together([
      presence,
      ...(active === undefined
        ? []
        : [same(`user ${username} is`, activity(active), activity(found.active))]),
      ...Object.entries(fields).map(([name, value]) =>
        same(`${name} of ${username}:`, value, String(fieldOf(found, name as Field) || 'none')),
      ),
    ]);
  },
});

const fieldOf = (found: User, name: Field): string | LicenceType | null => found[name] ?? null;

export const activity = (active: boolean): string => (active ? 'active' : 'inactive');

/** A sighting of something that must be there, or must not. */
export const existence = (what: string, wanted: boolean, found: boolean): Sighting => ({
  holds: wanted === found,
  wanted: `${wanted ? 'a' : 'no'} ${what}`,
  seen: found ? `there is one` : `there is none`,
});

/** Whether a user is a member of a user group. */
export const member = condition<{
  readonly user: string;
  readonly group: string;
  readonly is?: boolean;
}>({
  about: 'whether a user of the tenant is a member of a user group',
  example: { user: 'nadia.berg', group: 'Engineering', is: true },
  schema: closed({ user: text, group: text, is: yesNo }, ['user', 'group']),
  look({ tenant }, { user: username, group: name, is = true }) {
    const group = tenant.usergroups.list().find((one) => one.name === name);
    const someone = tenant.users.findByUsername(username);
    const isMember =
      group !== undefined &&
      someone !== undefined &&
      tenant.usergroups.memberIds(group.id).includes(someone.id);
    const words = (yes: boolean) => `${username} ${yes ? 'a' : 'no'} member of ${name}`;
    return { holds: isMember === is, wanted: words(is), seen: words(isMember) };
  },
});

interface WantedTokens {
  readonly issued?: Count;
  readonly valid?: Count;
  readonly expired?: Count;
}

/** The access tokens that were issued since the lesson began. */
export const tokens = condition<WantedTokens>({
  about:
    'the access tokens that were issued since the lesson began: all of them, those that are valid, those that have expired',
  example: { issued: { atLeast: 1 }, expired: 1 },
  schema: closed({ issued: count, valid: count, expired: count }),
  look({ tenant, since }, { issued, valid, expired }) {
    const now = tenant.clock.now();
    const own = tenant.tokens.list().filter(({ id }) => !since.tokens.has(id));
    const alive = own.filter(({ expiresAt }) => expiresAt > now).length;
    return together([
      ...(issued === undefined ? [] : [counted(issued, own.length, 'token issued', 'tokens issued')]),
      ...(valid === undefined ? [] : [counted(valid, alive, 'valid token')]),
      ...(expired === undefined ? [] : [counted(expired, own.length - alive, 'expired token')]),
    ]);
  },
});

interface WantedClock {
  readonly mode?: 'real' | 'frozen' | 'shifted';
  /** Seconds. */
  readonly advanced?: number;
}

/** The tenant's clock. */
export const clock = condition<WantedClock>({
  about: "the tenant's clock: its mode, and that it has gone on by so many seconds since the lesson began",
  example: { mode: 'frozen', advanced: 3600 },
  schema: closed({
    mode: { enum: ['real', 'frozen', 'shifted'] },
    advanced: { type: 'integer', minimum: 1 },
  }),
  look({ tenant, since }, { mode, advanced }) {
    const gone = Math.floor((tenant.clock.now() - since.now) / 1000);
    return together([
      ...(mode === undefined ? [] : [same('the clock is', mode, tenant.clock.state().mode)]),
      ...(advanced === undefined
        ? []
        : [{ holds: gone >= advanced, wanted: `the clock ${advanced} s on`, seen: `${gone} s on` }]),
    ]);
  },
});

/** Whether a fault of the catalogue is in force. */
export const fault = condition<{ readonly name: FaultName; readonly inForce: boolean }>({
  about: 'whether a fault of the catalogue is in force; with the name `any`, whether one is at all',
  example: { name: 'throttled', inForce: true },
  schema: closed({ name: { enum: ['any', ...FAULTS.map(({ name }) => name)] }, inForce: yesNo }, [
    'name',
    'inForce',
  ]),
  look({ tenant }, { name, inForce }) {
    const names = tenant.faults.list().map((one) => one.name ?? String(one.id));
    const is = String(name) === 'any' ? names.length > 0 : names.includes(name);
    const what = String(name) === 'any' ? 'a fault' : `the fault ${name}`;
    return {
      holds: is === inForce,
      wanted: `${what} ${inForce ? 'in force' : 'not in force'}`,
      seen: names.length === 0 ? 'no fault in force' : `in force: ${names.join(', ')}`,
    };
  },
});
