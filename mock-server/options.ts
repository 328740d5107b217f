import type { LimitedToken } from './admin/access.js';
import type { Extension } from './extensions.js';
import { type Fixture, recordedOverrides, recordedProfile } from './fixture/index.js';
import type { LogChoices } from './log.js';
import { NO_OVERRIDES, type Overrides } from './overrides/index.js';
import type { Pages } from './pages.js';
import { type Entropy, systemEntropy } from './tenant/entropy.js';
import { SetupError } from './tenant/errors.js';
import type { FaultRule, FaultUse } from './tenant/faults/index.js';
import type { LicenceCounts } from './tenant/licences.js';
import { LICENCE_TYPES } from './tenant/model.js';
import { type Profile, profileNamed } from './tenant/profile.js';
import { type Clock, realClock, realStopwatch } from './tenant/real-clock.js';
import { isTenantName } from './tenant-name.js';
import type { CertificateFiles } from './tls.js';

/** How a simulated tenant is made; everything has a default. */
export interface TenantChoices {
  /** Path below which the tenant answers, `/jama` by default; it answers without it as well. */
  readonly contextPath?: string | undefined;
  /** Users in all (120), the owner of the credentials included. */
  readonly users?: number | undefined;
  readonly groups?: number | undefined;
  readonly projects?: number | undefined;
  /** The number that the generated tenant follows from (1). */
  readonly seed?: number | undefined;
  /** API credentials; new random ones if absent. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** Name of the release to imitate (`cloud`), or a profile of your own. */
  readonly profile?: string | Profile | undefined;
  /** How many licences of each type the tenant has; a type that is not named is not counted. */
  readonly licences?: LicenceCounts | undefined;
  /** Seconds that a token lives (3600). */
  readonly tokenTtl?: number | undefined;
  /** Calls a second before 429; absent: what the profile says, which is no limit by default. */
  readonly callsPerSecond?: number | undefined;
  /** Requests that the journal keeps (500). */
  readonly journal?: number | undefined;
  readonly clock?: Clock | undefined;
  /** Measures how long answers take, in milliseconds from any beginning. */
  readonly stopwatch?: Clock | undefined;
  /** Fault rules, or faults of the catalogue, to begin with: `[{ use: 'throttled' }]`. */
  readonly faults?: readonly (FaultRule | FaultUse)[] | undefined;
  readonly entropy?: Entropy | undefined;
  /** Corrections of what the vendor never published, as `readOverrides` gives them. */
  readonly overrides?: Overrides | undefined;
  /** A recorded tenant to be played instead of a generated one, as `readFixture` gives it. */
  readonly fixture?: Fixture | undefined;
  /** Lets programs of other machines use the admin API. */
  readonly adminToken?: string | undefined;
  /** Tokens that let programs, of other machines too, use some tenants and nothing else. */
  readonly limitedTokens?: readonly LimitedToken[] | undefined;
  /** Static pages to be served, such as a console. */
  readonly pages?: readonly Pages[] | undefined;
  /** Further APIs beside the tenants, guarded as the admin API is. */
  readonly extensions?: readonly Extension[] | undefined;
  /** Told of errors of the simulator itself; by default they go to the standard error stream. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface SimulatorOptions extends TenantChoices {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Address to listen on, `127.0.0.1` by default; `localhost` listens on both loopback addresses. */
  readonly host?: string | undefined;
  /**
   * File that the default tenant is kept in, or a folder (it exists, or ends with a slash) with a file for every tenant; without
   * it tenants live in memory.
   */
  readonly data?: string | undefined;
  /** Names of more tenants, each below a context path of its own. */
  readonly tenants?: readonly string[] | undefined;
  /** Serve https: with the certificate of these PEM files, or with a new self-signed one. */
  readonly tls?: boolean | CertificateFiles | undefined;
  readonly log?: LogChoices | undefined;
}

/** Choices with every default filled in and checked. */
export interface ResolvedChoices {
  readonly contextPath: string;
  readonly users: number;
  readonly groups: number;
  readonly projects: number;
  readonly seed: number;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly profile: Profile;
  readonly tokenTtl: number;
  readonly journal: number;
  readonly clock: Clock;
  readonly stopwatch: Clock;
  readonly faults: readonly (FaultRule | FaultUse)[];
  readonly entropy: Entropy;
  readonly overrides: Overrides;
  readonly fixture: Fixture | undefined;
  readonly adminToken: string | undefined;
  readonly limitedTokens: readonly LimitedToken[];
  readonly pages: readonly Pages[];
  readonly extensions: readonly Extension[];
  readonly onError: (error: unknown) => void;
}

/** Fill in the defaults. Throws `SetupError` with code `option-invalid` or `unknown-profile`. */
export function resolveChoices(choices: TenantChoices): ResolvedChoices {
  const { profile = 'cloud', callsPerSecond, fixture, overrides: own = NO_OVERRIDES } = choices;
  const overrides = fixture === undefined ? own : recordedOverrides(fixture, own);
  const { tokenTtl: seenTtl = 3600, source: _, ...seen } = overrides.tenant ?? {};
  const named = typeof profile === 'string' ? profileNamed(profile) : profile;
  const imitated: Profile = { ...named, ...seen };
  const chosen = fixture === undefined ? imitated : recordedProfile(fixture, imitated);
  if (callsPerSecond !== undefined) within('callsPerSecond', callsPerSecond, 1, 1_000_000);
  return {
    contextPath: contextPath(choices.contextPath ?? '/jama'),
    users: within('users', choices.users ?? 120, 1, 1_000_000),
    groups: within('groups', choices.groups ?? 12, 0, 100_000),
    projects: within('projects', choices.projects ?? 3, 0, 100_000),
    seed: within('seed', choices.seed ?? 1, 0, Number.MAX_SAFE_INTEGER),
    clientId: choices.clientId,
    clientSecret: choices.clientSecret,
    profile: {
      ...chosen,
      ...(callsPerSecond === undefined ? {} : { callsPerSecond }),
      licences: licenceCounts(choices.licences ?? chosen.licences),
    },
    tokenTtl: within('tokenTtl', choices.tokenTtl ?? seenTtl, 1, 2_147_483_647),
    journal: within('journal', choices.journal ?? 500, 0, 1_000_000),
    clock: choices.clock ?? realClock,
    stopwatch: choices.stopwatch ?? realStopwatch,
    faults: choices.faults ?? [],
    entropy: choices.entropy ?? systemEntropy,
    overrides,
    fixture,
    ...tokens(choices),
    ...beside(choices),
    onError: choices.onError ?? ((error) => process.stderr.write(`${describe(error)}\n`)),
  };
}

const beside = ({ pages = [], extensions = [] }: TenantChoices) => ({ pages, extensions });

function within(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SetupError(
    'option-invalid',
    `${name} is ${value}, which is not a whole number from ${least} to ${most}.`,
    `Choose ${name} from ${least} to ${most}.`,
  );
}

function licenceCounts(licences: LicenceCounts): LicenceCounts {
  for (const [type, owned] of Object.entries(licences)) {
    const known = LICENCE_TYPES.some((one) => one === type && one !== 'INACTIVE');
    if (!known) {
      throw new SetupError(
        'option-invalid',
        `There are no licences of type "${type}" to be counted.`,
        `Choose types from ${LICENCE_TYPES.filter((one) => one !== 'INACTIVE').join(', ')}.`,
      );
    }
    within(`licences.${type}`, owned, 0, 1_000_000);
  }
  return licences;
}

function tokens({ adminToken, limitedTokens = [] }: TenantChoices) {
  const all = [...(adminToken === undefined ? [] : [adminToken]), ...limitedTokens.map(({ token }) => token)];
  if (all.some((token) => token.length < 8)) {
    throw new SetupError(
      'option-invalid',
      'The admin token, or a limited one, has less than 8 characters.',
      'Choose a longer one: whoever guesses it can change the tenants.',
    );
  }
  if (new Set(all).size < all.length) {
    throw new SetupError(
      'option-invalid',
      'Two tokens are the same, so that nobody could say what it may use.',
      'Give each use a token of its own.',
    );
  }
  return { adminToken, limitedTokens };
}

function contextPath(path: string): string {
  if (path.startsWith('/') && isTenantName(path.slice(1))) return path;
  throw new SetupError(
    'option-invalid',
    `The context path ${JSON.stringify(path)} is not a slash and one segment of letters, digits, ".", "_", "~" or "-".`,
    'Choose one such as /jama; /rest and what begins with /__ are taken.',
  );
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
