import type { SmallChange } from './change.js';
import { TenantError } from './errors.js';
import type { Licences } from './licences.js';
import type { LicenceType, NewUser, User, UserPatch } from './model.js';
import { OrderedList } from './ordered-list.js';

/** What a list of users is narrowed by. Values of one field are alternatives (OR), fields combine (AND). */
export interface UserFilter {
  readonly includeInactive?: boolean;
  readonly username?: readonly string[];
  readonly email?: readonly string[];
  readonly firstName?: readonly string[];
  readonly lastName?: readonly string[];
  readonly licenseType?: readonly LicenceType[];
  /** Only users with one of these ids. */
  readonly ids?: ReadonlySet<number>;
}

export interface UserRules {
  readonly licences: Licences;
  /** The licence of a user who is made active again [observed: FLOATING on one live instance in 2020]. */
  readonly reactivatedLicence: LicenceType;
  readonly onChange: (change: SmallChange) => void;
}

const fold = (text: string): string => text.toLowerCase();

/** The users of one tenant, indexed by id, username and email. Users are never removed, only made inactive. */
export class Users {
  readonly #rules: UserRules;
  readonly #byId = new Map<number, User>();
  readonly #idByUsername = new Map<string, number>();
  readonly #idsByEmail = new Map<string, Set<number>>();
  readonly #passwords = new Map<number, string>();
  readonly #all = new OrderedList<User>();
  readonly #active = new OrderedList<User>();
  #nextId = 1;

  constructor(rules: UserRules) {
    this.#rules = rules;
  }

  /** Every user, active or not, in order of id. */
  list(): readonly User[] {
    return [...this.#all.items];
  }

  get(id: number): User | undefined {
    return this.#byId.get(id);
  }

  /** The user with this username; case does not matter [inferred]. */
  findByUsername(username: string): User | undefined {
    const id = this.#idByUsername.get(fold(username));
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The user with this id. Refuses with `user-not-found`. */
  require(id: number): User {
    const user = this.#byId.get(id);
    if (user === undefined) throw new TenantError('user-not-found', { id });
    return user;
  }

  /** The users that pass a filter, in order of id; a filter by id, username or email does not scan. */
  select(filter: UserFilter): readonly User[] {
    const { includeInactive = false, username, email, firstName, lastName, licenseType, ids } = filter;
    const listed = includeInactive ? this.#all.items : this.#active.items;
    const first = firstName?.map(fold);
    const last = lastName?.map(fold);
    const candidates = this.#candidates(username, email) ?? listed;
    const checks: ((user: User) => boolean)[] = [];
    if (candidates !== listed && !includeInactive) checks.push((user) => user.active);
    if (ids !== undefined) checks.push((user) => ids.has(user.id));
    if (first !== undefined) checks.push((user) => first.includes(fold(user.firstName)));
    if (last !== undefined) checks.push((user) => last.includes(fold(user.lastName)));
    if (licenseType !== undefined) checks.push((user) => licenseType.includes(user.licenseType));
    return checks.length === 0
      ? candidates
      : candidates.filter((user) => checks.every((check) => check(user)));
  }

  /** Add an active user. Refuses with `username-taken`, `licence-inactive-refused` or `licences-used-up`. */
  create(input: NewUser): User {
    this.#refuseTakenUsername(input.username, undefined);
    this.#rules.licences.refuseUnavailable(input.licenseType, this.#all.items);
    const user: User = {
      id: this.#nextId,
      username: input.username,
      firstName: input.firstName,
      lastName: input.lastName,
      email: input.email,
      phone: input.phone ?? null,
      title: input.title ?? null,
      location: input.location ?? null,
      licenseType: input.licenseType,
      active: true,
    };
    const { password } = input;
    if (password !== undefined) this.#passwords.set(user.id, password);
    this.#put(user);
    this.#rules.onChange({ kind: 'user', user, ...(password === undefined ? {} : { password }) });
    return user;
  }

  /** Merge a change into a user. Refuses with `user-not-found`, `username-taken` and the licence codes. */
  update(id: number, patch: UserPatch): User {
    const before = this.require(id);
    const sent = Object.entries(patch).filter(([, value]) => value !== null && value !== undefined);
    const after: User = { ...before, ...Object.fromEntries(sent) };
    this.#refuseTakenUsername(after.username, id);
    if (after.licenseType !== before.licenseType) {
      this.#rules.licences.refuseUnavailable(after.licenseType, this.#all.items);
    }
    return this.#replace(before, after);
  }

  /** Make a user active or inactive, with the licence that goes with it. No change when it is so already. */
  setActive(id: number, active: boolean): User {
    const before = this.require(id);
    if (before.active === active) return before;
    const kept = before.licenseType === 'INACTIVE' ? this.#rules.reactivatedLicence : before.licenseType;
    const licenseType = active ? kept : 'INACTIVE';
    if (active) this.#rules.licences.refuseUnavailable(licenseType, this.#all.items);
    return this.#replace(before, { ...before, active, licenseType });
  }

  /** Whether this is the user's password (Basic sign-in); false for a user without one. */
  hasPassword(id: number, password: string): boolean {
    return this.#passwords.get(id) === password;
  }

  setPassword(id: number, password: string): void {
    this.require(id);
    this.#passwords.set(id, password);
    this.#rules.onChange({ kind: 'password', userId: id, password });
  }

  /** The id that the next new user gets. */
  get nextId(): number {
    return this.#nextId;
  }

  passwords(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#passwords);
  }

  /** Replace all users, as when a tenant is seeded, restored or read from a file. */
  load(users: readonly User[], passwords: Readonly<Record<string, string>> = {}, nextId = 1): void {
    for (const index of [this.#byId, this.#idByUsername, this.#idsByEmail, this.#passwords]) index.clear();
    this.#nextId = nextId;
    for (const user of users) this.#index(Object.freeze(user));
    for (const [id, password] of Object.entries(passwords)) this.#passwords.set(Number(id), password);
    this.#all.load(users);
    this.#active.load(users.filter((user) => user.active));
  }

  #candidates(username?: readonly string[], email?: readonly string[]): readonly User[] | undefined {
    if (username === undefined && email === undefined) return undefined;
    const ofUsername = username?.flatMap((name) => this.#idByUsername.get(fold(name)) ?? []);
    const ofEmail = email?.flatMap((address) => [...(this.#idsByEmail.get(fold(address)) ?? [])]);
    const both = ofUsername && ofEmail ? ofUsername.filter((id) => ofEmail.includes(id)) : ofUsername;
    const ids = new Set(both ?? ofEmail);
    return [...ids].sort((a, b) => a - b).map((id) => this.require(id));
  }

  #refuseTakenUsername(username: string, ownId: number | undefined): void {
    const taken = this.findByUsername(username);
    if (taken !== undefined && taken.id !== ownId) throw new TenantError('username-taken', { username });
  }

  #replace(before: User, after: User): User {
    this.#idByUsername.delete(fold(before.username));
    this.#idsByEmail.get(fold(before.email))?.delete(before.id);
    this.#put(after);
    this.#rules.onChange({ kind: 'user', user: after });
    return after;
  }

  #put(user: User): void {
    this.#index(Object.freeze(user));
    this.#all.put(user);
    if (user.active) this.#active.put(user);
    else this.#active.remove(user.id);
  }

  #index(user: User): void {
    this.#byId.set(user.id, user);
    this.#idByUsername.set(fold(user.username), user.id);
    const sharing = this.#idsByEmail.get(fold(user.email));
    if (sharing === undefined) this.#idsByEmail.set(fold(user.email), new Set([user.id]));
    else sharing.add(user.id);
    this.#nextId = Math.max(this.#nextId, user.id + 1);
  }
}
