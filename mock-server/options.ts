import { type Entropy, systemEntropy } from './tenant/entropy.js';
import { SetupError } from './tenant/errors.js';
import { type Profile, profileNamed } from './tenant/profile.js';
import { type Clock, realClock } from './tenant/real-clock.js';

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
  /** Seconds that a token lives (3600). */
  readonly tokenTtl?: number | undefined;
  /** Calls a second before 429; absent: what the profile says, which is no limit by default. */
  readonly callsPerSecond?: number | undefined;
  /** Requests that the journal keeps (500). */
  readonly journal?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly entropy?: Entropy | undefined;
  /** Told of errors of the simulator itself; by default they go to the standard error stream. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface SimulatorOptions extends TenantChoices {
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** Address to listen on, `127.0.0.1` by default; `localhost` listens on both loopback addresses. */
  readonly host?: string | undefined;
  /** File that the tenant is kept in; without it the tenant lives in memory. */
  readonly data?: string | undefined;
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
  readonly entropy: Entropy;
  readonly onError: (error: unknown) => void;
}

/** Fill in the defaults. Throws `SetupError` with code `option-invalid` or `unknown-profile`. */
export function resolveChoices(choices: TenantChoices): ResolvedChoices {
  const { profile = 'cloud', callsPerSecond } = choices;
  const chosen = typeof profile === 'string' ? profileNamed(profile) : profile;
  if (callsPerSecond !== undefined) within('callsPerSecond', callsPerSecond, 1, 1_000_000);
  return {
    contextPath: contextPath(choices.contextPath ?? '/jama'),
    users: within('users', choices.users ?? 120, 1, 1_000_000),
    groups: within('groups', choices.groups ?? 12, 0, 100_000),
    projects: within('projects', choices.projects ?? 3, 0, 100_000),
    seed: within('seed', choices.seed ?? 1, 0, Number.MAX_SAFE_INTEGER),
    clientId: choices.clientId,
    clientSecret: choices.clientSecret,
    profile: callsPerSecond === undefined ? chosen : { ...chosen, callsPerSecond },
    tokenTtl: within('tokenTtl', choices.tokenTtl ?? 3600, 1, 2_147_483_647),
    journal: within('journal', choices.journal ?? 500, 0, 1_000_000),
    clock: choices.clock ?? realClock,
    entropy: choices.entropy ?? systemEntropy,
    onError: choices.onError ?? ((error) => process.stderr.write(`${describe(error)}\n`)),
  };
}

function within(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SetupError(
    'option-invalid',
    `${name} is ${value}, which is not a whole number from ${least} to ${most}.`,
    `Choose ${name} from ${least} to ${most}.`,
  );
}

function contextPath(path: string): string {
  if (/^\/[A-Za-z0-9._~-]+$/.test(path) && path !== '/rest' && path !== '/__admin') return path;
  throw new SetupError(
    'option-invalid',
    `The context path ${JSON.stringify(path)} is not a slash and one segment of letters, digits, ".", "_", "~" or "-".`,
    'Choose one such as /jama; /rest and /__admin are taken.',
  );
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
