import { TenantError } from './errors.js';
import type { LicenceType, User } from './model.js';

/** How many licences of a type a tenant owns; a type that is not named is not counted. */
export type LicenceCounts = { readonly [K in LicenceType]?: number };

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
}
