import { buildTenant } from './build-tenant.js';
import type { DataPlace } from './data-place.js';
import { type ResolvedChoices, resolveChoices, type TenantChoices } from './options.js';
import { SetupError } from './tenant/errors.js';
import { lockFile } from './tenant/storage/file-lock.js';
import { FileStore } from './tenant/storage/file-store.js';
import { readStored } from './tenant/storage/read-stored.js';
import type { Tenant } from './tenant/tenant.js';
import { checkTenantName } from './tenant-name.js';

/** How one more tenant is made; what is absent is as for the default tenant, but credentials are new ones. */
export type TenantSetup = Pick<
  TenantChoices,
  | 'users'
  | 'groups'
  | 'projects'
  | 'seed'
  | 'clientId'
  | 'clientSecret'
  | 'profile'
  | 'tokenTtl'
  | 'callsPerSecond'
  | 'journal'
  | 'licences'
  | 'faults'
>;

interface Resident {
  readonly tenant: Tenant;
  readonly store: FileStore | undefined;
}

/** The tenants of one simulator. The default one came first, answers without a context path as well, and always stays. */
export class Tenants {
  readonly default: Tenant;
  readonly #options: TenantChoices;
  readonly #residents = new Map<string, Resident>();
  readonly #byContext = new Map<string, Tenant>();
  readonly #coming = new Set<string>();
  readonly #place: DataPlace | undefined;
  readonly #welcome: ((tenant: Tenant) => void) | undefined;

  private constructor(
    options: TenantChoices,
    first: Resident,
    place?: DataPlace,
    welcome?: (tenant: Tenant) => void,
  ) {
    this.#options = options;
    this.#place = place;
    this.#welcome = welcome;
    this.default = first.tenant;
    this.#admit(first);
  }

  /** The default tenant, in memory. Throws `SetupError`. */
  static inMemory(options: TenantChoices): Tenants {
    return new Tenants(options, { tenant: buildTenant(resolveChoices(options)), store: undefined });
  }

  /**
   * The default tenant, kept in a place.
   * @param welcome told of every tenant when it comes
   */
  static async keptIn(
    place: DataPlace,
    options: TenantChoices,
    welcome?: (tenant: Tenant) => void,
  ): Promise<Tenants> {
    return new Tenants(options, await resident(place, resolveChoices(options)), place, welcome);
  }

  list(): readonly Tenant[] {
    return [...this.#residents.values()].map(({ tenant }) => tenant);
  }

  /** The tenant whose address begins with this segment, slash included. */
  at(segment: string): Tenant | undefined {
    return this.#byContext.get(segment);
  }

  /**
   * Make one more tenant; it answers as soon as this resolves. Rejects with `SetupError`: `tenant-name-invalid`,
   * `tenant-exists`, or what `startSimulator` rejects with.
   */
  async create(name: string, setup: TenantSetup = {}): Promise<Tenant> {
    const key = keyOf(checkTenantName(name));
    if (this.#residents.has(key) || this.#coming.has(key)) throw taken(name);
    const { fixture } = this.#options;
    const inherited = {
      ...this.#options,
      clientId: undefined,
      clientSecret: undefined,
      fixture: isGenerated(setup) ? undefined : fixture,
    };
    const choices = resolveChoices({ ...inherited, ...setup, contextPath: `/${name}` });
    this.#coming.add(key);
    try {
      const one = await resident(this.#place, choices);
      this.#admit(one);
      return one.tenant;
    } finally {
      this.#coming.delete(key);
    }
  }

  /** Remove a tenant and what is kept of it. Rejects with `SetupError`: `tenant-unknown` or `tenant-is-default`. */
  async delete(name: string): Promise<void> {
    const found = this.#residents.get(keyOf(name));
    if (found === undefined || found.tenant.name !== name) throw unknown(name);
    if (found.tenant === this.default) throw isDefault(name);
    this.#residents.delete(keyOf(name));
    this.#byContext.delete(`/${name}`);
    this.#coming.add(keyOf(name));
    try {
      await found.store?.close();
      await this.#place?.remove(name);
    } finally {
      this.#coming.delete(keyOf(name));
    }
  }

  /** Keep what is still to be kept. */
  async close(): Promise<void> {
    await Promise.all([...this.#residents.values()].map(({ store }) => store?.close()));
  }

  #admit(one: Resident): void {
    const { tenant } = one;
    this.#residents.set(keyOf(tenant.name), one);
    this.#byContext.set(`/${tenant.name}`, tenant);
    this.#welcome?.(tenant);
  }
}

/** Whether a tenant is asked for by its numbers, and so is no copy of a recorded one. */
const isGenerated = ({ users, groups, projects, seed }: TenantSetup): boolean =>
  [users, groups, projects, seed].some((number) => number !== undefined);

/** Names that differ in case alone are the same file on some systems. */
const keyOf = (name: string): string => name.toLowerCase();

async function resident(place: DataPlace | undefined, choices: ResolvedChoices): Promise<Resident> {
  const file = place?.fileOf(choices.contextPath.slice(1));
  if (file === undefined) return { tenant: buildTenant(choices), store: undefined };
  const lock = await lockFile(file);
  try {
    const stored = await readStored(file);
    const tenant = buildTenant(choices, stored);
    const beginning = stored ?? { id: choices.entropy.uuid(), lastChange: 0, journalLength: 0 };
    const store = await FileStore.open(file, tenant, beginning, lock);
    tenant.keepWith(store);
    return { tenant, store };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const taken = (name: string): SetupError =>
  new SetupError(
    'tenant-exists',
    `There is a tenant "${name}" already.`,
    'Choose another name; case does not tell names apart.',
  );

const unknown = (name: string): SetupError =>
  new SetupError('tenant-unknown', `There is no tenant "${name}".`, 'GET /__admin/tenants lists them.');

const isDefault = (name: string): SetupError =>
  new SetupError(
    'tenant-is-default',
    `The tenant "${name}" is the default tenant, which always stays.`,
    'Reset it instead, or stop the simulator.',
  );
