import type { Overrides } from '../overrides/index.js';
import type { Change, ChangeStore } from './change.js';
import { TenantClock } from './clock.js';
import type { Credentials } from './credentials.js';
import type { Entropy } from './entropy.js';
import { type FaultRule, Faults, type FaultUse } from './faults/index.js';
import { Licences } from './licences.js';
import type { User } from './model.js';
import { type MadeRecords, populate, type WantedRecords } from './populate.js';
import type { Profile } from './profile.js';
import { Projects } from './projects.js';
import { RateLimit } from './rate-limit.js';
import type { Clock } from './real-clock.js';
import type { TenantState } from './state.js';
import { Tokens } from './tokens.js';
import { Traffic } from './traffic/index.js';
import { UserGroups } from './usergroups.js';
import { Users } from './users.js';

export interface TenantOptions {
  /** The name that tells tenants apart, and the first segment of the tenant's address. */
  readonly name: string;
  readonly state: TenantState;
  /** What `reset` goes back to; the state itself unless a file was read. */
  readonly seedState?: () => TenantState;
  readonly profile: Profile;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Seconds that a token lives. */
  readonly tokenLifetime: number;
  /** Requests that the journal keeps. */
  readonly trafficCapacity: number;
  /** Measures how long answers take, in milliseconds from any beginning. */
  readonly stopwatch: Clock;
  /** What a user with a real tenant has corrected. */
  readonly overrides: Overrides;
  /** The faults to begin with. */
  readonly faults?: readonly (FaultRule | FaultUse)[];
}

const KEPT = Promise.resolve();
const MEMORY: ChangeStore = { changed: () => undefined, saved: () => KEPT };

/** One simulated Jama organization: its people, groups and projects, its clock, tokens, faults and traffic. */
export class Tenant {
  readonly name: string;
  readonly profile: Profile;
  readonly credentials: Credentials;
  readonly overrides: Overrides;
  readonly clock: TenantClock;
  readonly stopwatch: Clock;
  readonly projects: Projects;
  readonly licences: Licences;
  readonly users: Users;
  readonly usergroups: UserGroups;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly rateLimit: RateLimit;
  readonly #seedState: () => TenantState;
  #ownerId: number;
  #store: ChangeStore = MEMORY;
  #revision = 0;

  constructor(options: TenantOptions) {
    const { name, state, profile, credentials, entropy } = options;
    const onChange = (change: Change) => this.#changed(change);
    this.name = name;
    this.profile = profile;
    this.credentials = credentials;
    this.overrides = options.overrides;
    this.clock = new TenantClock(options.clock);
    this.stopwatch = options.stopwatch;
    this.projects = new Projects();
    this.licences = new Licences(profile.licences);
    const { licences, projects } = this;
    this.users = new Users({ licences, reactivatedLicence: profile.reactivatedLicence, onChange });
    this.usergroups = new UserGroups({ users: this.users, projects, onChange });
    const tenant = 'jamatenant00001';
    this.tokens = new Tokens({ clock: this.clock, entropy, lifetime: options.tokenLifetime, tenant });
    this.faults = new Faults(this.clock, options.faults);
    this.traffic = new Traffic(options.trafficCapacity);
    this.rateLimit = new RateLimit(this.clock, profile.callsPerSecond);
    this.#seedState = options.seedState ?? (() => state);
    this.#ownerId = state.ownerId;
    this.#load(state);
  }

  /** The user whose permissions the API credentials carry. */
  get owner(): User {
    return this.users.require(this.#ownerId);
  }

  /** Another number whenever a record has changed. */
  get revision(): number {
    return this.#revision;
  }

  /** The whole state as plain data, to be kept or given back to `restore`. */
  snapshot(): TenantState {
    return {
      users: this.users.list(),
      passwords: this.users.passwords(),
      usergroups: this.usergroups.list(),
      memberships: this.usergroups.memberships(),
      projects: this.projects.list(),
      ownerId: this.#ownerId,
      nextUserId: this.users.nextId,
      nextGroupId: this.usergroups.nextId,
    };
  }

  /** Add known users and groups, as a test case needs them. Refuses as `users.create` and `usergroups.create` do. */
  populate(wanted: WantedRecords): MadeRecords {
    return populate(this, wanted);
  }

  /** Put a snapshot back. Clock, tokens, faults and traffic stay as they are. */
  restore(state: TenantState): void {
    this.#load(state);
    this.#changed({ kind: 'everything' });
  }

  /**
   * Remembers everything that a call may change: records, clock, tokens, faults, rate limit and traffic. The function that is given back
   * restores it, as often as it is called. A clock that runs is not set back: time has passed.
   */
  remember(): () => void {
    const [state, clock] = [this.snapshot(), this.clock.state()];
    const parts = [this.tokens, this.faults, this.traffic, this.rateLimit].map((part) => part.remember());
    return () => {
      this.clock.restore(clock);
      for (const restorePart of parts) restorePart();
      this.restore(state);
    };
  }

  /** Back to the seed: state, clock, faults, rate limit, life of tokens and traffic. Credentials and tokens stay valid. */
  reset(): void {
    this.clock.useReal();
    this.faults.reset();
    this.traffic.clear();
    this.rateLimit.reset();
    this.tokens.liveFor();
    this.restore(this.#seedState());
  }

  /** Tell a store of every change, and let writers wait until the store has kept it. */
  keepWith(store: ChangeStore): void {
    this.#store = store;
  }

  /** Resolves when every change made so far is kept; at once for a tenant in memory. */
  saved(): Promise<void> {
    return this.#store.saved();
  }

  #changed(change: Change): void {
    this.#revision += 1;
    this.#store.changed(change);
  }

  #load(state: TenantState): void {
    this.#ownerId = state.ownerId;
    this.projects.load(state.projects);
    this.users.load(state.users, state.passwords, state.nextUserId);
    this.usergroups.load(state.usergroups, state.memberships, state.nextGroupId);
    if (this.profile.basic) this.users.setPassword(state.ownerId, this.credentials.clientSecret);
  }
}
