import type { SecuritySystem } from '../connector.js';
import type { Target } from '../http/target.js';
import type { ConnectionPackage } from '../package/package.js';
import type { RepositoryStore } from '../repository/store.js';

/** What every task works with. */
export interface ProvisioningContext {
  readonly target: Target;
  readonly store: RepositoryStore;
  readonly source: ConnectionPackage;
  readonly system: SecuritySystem;
  readonly now: () => number;
  readonly random: () => number;
}
