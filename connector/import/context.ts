import type { Progress, SecuritySystem } from '../connector.js';
import type { Target } from '../http/target.js';
import type { ConnectionPackage } from '../package/package.js';
import type { RepositoryStore } from '../repository/store.js';
import type { Run } from '../run.js';

/** What every part of an import works with. */
export interface ImportContext {
  readonly run: Run;
  readonly target: Target;
  readonly store: RepositoryStore;
  readonly source: ConnectionPackage;
  readonly system: SecuritySystem;
  /** Tells how far a long import is. */
  readonly progress: (progress: Progress) => void;
}

/** The document account and access imports read. */
export const IMPORT_DOCUMENT = 'ImportAccountEntJSON';

/** The document a user import reads. */
export const USER_DOCUMENT = 'ImportUserJSON';
