import type { TaskStatus, TaskType } from '../../../connector/index.js';
import { flows } from '../../../contracts/index.js';
import {
  type Count,
  closed,
  condition,
  count,
  counted,
  inWords,
  isSo,
  same,
  text,
  together,
  yesNo,
} from './condition.js';
import { activity, existence } from './tenant.js';

const isActive = (status: string): boolean => status === '1' || status === 'Manually Provisioned';

/** How many accounts EIC knows. */
export const accounts = condition<{ readonly count: Count; readonly active?: boolean }>({
  about: 'how many accounts the EIC side has, or how many active or inactive ones',
  example: { count: 120 },
  schema: closed({ count, active: yesNo }, ['count']),
  look({ repository }, wanted) {
    const found = repository
      .accounts()
      .filter(({ status }) => wanted.active === undefined || isActive(status) === wanted.active);
    const word = wanted.active === undefined ? '' : `${activity(wanted.active)} `;
    return counted(wanted.count, found.length, `${word}account`);
  },
});

interface WantedAccount {
  readonly name: string;
  readonly exists?: boolean;
  readonly active?: boolean;
  readonly status?: string;
  readonly identity?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** One account. */
export const account = condition<WantedAccount>({
  about:
    'one account of the EIC side: whether there is such a one, is active, has this status, belongs to this identity, and has these columns',
  example: { name: 'nadia.berg', status: 'Manually Provisioned', identity: 'nadia.berg' },
  schema: closed(
    {
      name: text,
      exists: yesNo,
      active: yesNo,
      status: text,
      identity: text,
      columns: { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
    },
    ['name'],
  ),
  look({ repository }, { name, exists = true, active, status, identity, columns = {} }) {
    const found = repository.accountByName(name);
    const presence = existence(`account ${name}`, exists, found !== undefined);
    if (found === undefined || !exists) return presence;
    return together([
      presence,
      ...(active === undefined
        ? []
        : [same(`account ${name} is`, activity(active), activity(isActive(found.status)))]),
      ...(status === undefined ? [] : [same(`status of ${name}:`, status, found.status)]),
      ...(identity === undefined ? [] : [same(`identity of ${name}:`, identity, found.user ?? 'none')]),
      ...Object.entries(columns).map(([column, value]) =>
        same(`${column} of ${name}:`, value, found.columns[column.toLowerCase()] || 'none'),
      ),
    ]);
  },
});

/** How many entitlements EIC knows. */
export const entitlements = condition<{ readonly count: Count; readonly active?: boolean }>({
  about: 'how many entitlements the EIC side has, or how many active or inactive ones',
  example: { count: 12, active: true },
  schema: closed({ count, active: yesNo }, ['count']),
  look({ repository }, wanted) {
    const found = repository
      .entitlements()
      .filter(({ status }) => wanted.active === undefined || (status === '1') === wanted.active);
    const word = wanted.active === undefined ? '' : `${activity(wanted.active)} `;
    return counted(wanted.count, found.length, `${word}entitlement`);
  },
});

/** How many links there are between accounts and entitlements. */
export const links = condition<{ readonly count: Count }>({
  about: 'how many links between accounts and entitlements the EIC side has',
  example: { count: { atLeast: 1 } },
  schema: closed({ count }, ['count']),
  look: ({ repository }, wanted) => counted(wanted.count, repository.links().length, 'link'),
});

/** Whether an account holds an entitlement. */
export const holds = condition<{
  readonly account: string;
  readonly entitlement: string;
  readonly is?: boolean;
}>({
  about: 'whether an account of the EIC side holds an entitlement, by its value or entitlementID',
  example: { account: 'nadia.berg', entitlement: 'Engineering', is: true },
  schema: closed({ account: text, entitlement: text, is: yesNo }, ['account', 'entitlement']),
  look({ repository }, { account: name, entitlement, is = true }) {
    const holder = repository.accountByName(name);
    const held = repository
      .entitlements()
      .find(({ value, entitlementID }) => value === entitlement || entitlementID === entitlement);
    const does = holder !== undefined && held !== undefined && repository.hasLink(holder.key, held.key);
    const words = (yes: boolean) => `${name} ${yes ? 'holds' : 'does not hold'} ${entitlement}`;
    return { holds: does === is, wanted: words(is), seen: words(does) };
  },
});

interface WantedIdentities {
  readonly count?: Count;
  readonly withAccount?: Count;
}

/** How many identities EIC knows, and how many of them have an account. */
export const identities = condition<WantedIdentities>({
  about: 'how many identities the EIC side has, and how many of them have an account',
  example: { withAccount: 120 },
  schema: closed({ count, withAccount: count }),
  look({ repository }, { count: all, withAccount }) {
    const owners = new Set(repository.accounts().map(({ user }) => user));
    const known = repository.identities();
    const owning = known.filter(({ username }) => owners.has(username)).length;
    return together([
      ...(all === undefined ? [] : [counted(all, known.length, 'identity', 'identities')]),
      ...(withAccount === undefined
        ? []
        : [counted(withAccount, owning, 'identity with an account', 'identities with an account')]),
    ]);
  },
});

interface WantedTask {
  readonly type: TaskType;
  readonly status?: TaskStatus;
  readonly identity?: string;
  readonly entitlement?: string;
}

const TYPES = flows.filter((flow): flow is TaskType => !flow.startsWith('import '));
const STATES: readonly TaskStatus[] = [
  'New',
  'In Progress',
  'Complete',
  'Discontinued',
  'Pending Create',
  'Pending Provision',
  'Provisioning Failed',
  'Error',
  'No Action Required',
];

/** A provisioning task. */
export const task = condition<WantedTask>({
  about: 'a provisioning task of the EIC side, with its type, status, identity and entitlement',
  example: { type: 'create', status: 'Complete', identity: 'nadia.berg' },
  schema: closed({ type: { enum: TYPES }, status: { enum: STATES }, identity: text, entitlement: text }, [
    'type',
  ]),
  look({ repository }, { type, status, identity, entitlement }) {
    const alike = repository
      .tasks()
      .filter(
        (one) =>
          one.type === type &&
          (identity === undefined || one.identity === identity) &&
          (entitlement === undefined || one.entitlement?.id === entitlement),
      );
    const whose = [identity && ` for ${identity}`, entitlement && ` of ${entitlement}`]
      .filter(Boolean)
      .join('');
    return {
      holds: alike.some((one) => status === undefined || one.status === status),
      wanted: `a task ${type}${whose}${status === undefined ? '' : ` that is ${status}`}`,
      seen: alike.length === 0 ? 'no such task' : `it is ${alike.at(-1)?.status}`,
    };
  },
});

interface WantedJob {
  readonly of: 'users' | 'accounts' | 'access';
  readonly status: 'ok' | 'failed' | 'not-possible';
  readonly mode?: 'full' | 'incremental';
  readonly times?: Count;
}

/** Runs of an import job. */
export const job = condition<WantedJob>({
  about:
    'runs of an import job since the lesson began, as the job history of the EIC side has them: of users, accounts or access, full or incremental, how they ended; at least one unless `times` says otherwise',
  example: { of: 'accounts', status: 'ok', times: { atLeast: 2 } },
  schema: closed(
    {
      of: { enum: ['users', 'accounts', 'access'] },
      status: { enum: ['ok', 'failed', 'not-possible'] },
      mode: { enum: ['full', 'incremental'] },
      times: count,
    },
    ['of', 'status'],
  ),
  look({ repository, since }, { of, status, mode, times = { atLeast: 1 } }) {
    const alike = repository
      .jobs()
      .slice(since.jobs)
      .filter(
        ({ job: name, parameters }) =>
          (name === 'UserImportJob' ? 'users' : parameters.accounts_or_access) === of &&
          (mode === undefined || parameters.full_or_incremental === mode),
      );
    const found = alike.filter((one) => one.status === status).length;
    const what = [mode, `import of ${of}`].filter(Boolean).join(' ');
    const many = [mode, `imports of ${of}`].filter(Boolean).join(' ');
    const last = alike.at(-1);
    return {
      holds: isSo(times, found),
      wanted: `${inWords(times, what, many)} that ended ${status}`,
      seen: `${inWords(found, what, many)} that ended ${status}${last && last.status !== status ? `, the last one ended ${last.status}` : ''}`,
    };
  },
});

/** Whether both sides say the same. */
export const agreement = condition<{ readonly of: 'accounts' | 'entitlements' }>({
  about:
    'every user has an account and every account a user that say the same; or every user group an entitlement, with the same members',
  example: { of: 'accounts' },
  schema: closed({ of: { enum: ['accounts', 'entitlements'] } }, ['of']),
  look({ sides }, { of }) {
    const all = sides();
    const [here, there] = of === 'accounts' ? [all.users, all.accounts] : [all.usergroups, all.entitlements];
    const [one, other] = of === 'accounts' ? ['users', 'accounts'] : ['groups', 'entitlements'];
    const { same: agreeing } = here.standings;
    return {
      holds: agreeing > 0 && agreeing === here.total && agreeing === there.total,
      wanted: `all ${here.total} ${one} agree with ${other}`,
      seen: `${there.total} ${other}, ${here.total} ${one}, ${agreeing} of which agree`,
    };
  },
});
