import { TenantError } from './errors.js';
import { LICENCE_TYPES, type LicenceType, type User } from './model.js';

/** How many licences of a type a tenant owns; a type that is not named is not counted. */
export type LicenceCounts = { readonly [K in LicenceType]?: number };

/** How many licences of a type a tenant has and how many are held; null where they are not counted. */
export interface LicenceUse {
  readonly licenseType: LicenceType;
  readonly owned: number | null;
  readonly used: number;
  readonly left: number | null;
}

/** The licences of one tenant. Inactive users hold none [documented: deactivating frees the licence]. */
export class Licences {
  readonly #owned: LicenceCounts;

  constructor(owned: LicenceCounts) {
    this.#owned = owned;
  }

  /**
   * Refuses a licence type that cannot be given to a user: INACTIVE, which only deactivation sets
   * (`licence-inactive-refused`), or a type of which none is left (`licences-used-up`).
   */
  refuseUnavailable(licenseType: LicenceType, users: readonly User[]): void {
    if (licenseType === 'INACTIVE') throw new TenantError('licence-inactive-refused');
    const owned = this.#owned[licenseType];
    if (owned !== undefined && this.used(licenseType, users) >= owned) {
      throw new TenantError('licences-used-up', { licenseType, owned });
    }
  }

  /** How many licences of a type the tenant has; undefined if they are not counted. */
  owned(licenseType: LicenceType): number | undefined {
    return this.#owned[licenseType];
  }

  /** How many active users hold a licence of this type. */
  used(licenseType: LicenceType, users: readonly User[]): number {
    return users.filter((user) => user.active && user.licenseType === licenseType).length;
  }

  /** Every type that a user can be given, with how many of it these users hold. */
  use(users: readonly User[]): readonly LicenceUse[] {
    return LICENCE_TYPES.filter((type) => type !== 'INACTIVE').map((licenseType) => {
      const owned = this.owned(licenseType) ?? null;
      const used = this.used(licenseType, users);
      return { licenseType, owned, used, left: owned === null ? null : Math.max(0, owned - used) };
    });
  }
}
