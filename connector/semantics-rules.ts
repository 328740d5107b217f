import type { SemanticsEntry } from './semantics.js';

/** A source of entries: the connector handbook. */
export const HANDBOOK = 'REST connector handbook (wording of the key; the behaviour itself is not stated)';
/** A source of entries: what vendors and integrators have published. */
export const PACKAGES = 'published connection packages';
/** A source of entries: the guide of the Jama integration. */
export const GUIDE = 'Jama Software integration guide';

/** Rules that have one form here: an id and what it says. A run that relies on one says so. */
export const RULES: readonly Omit<SemanticsEntry, 'option' | 'default' | 'choices'>[] = [
  {
    id: 'status-config-source',
    statement:
      'STATUS_THRESHOLD_CONFIG is used when it is there, else accountParams.statusAndThresholdConfig.',
    grade: 'documented',
    source: 'REST connector handbook',
  },
  {
    id: 'threshold-missing',
    statement: 'Without accountThresholdValue any number of missing accounts is suspended.',
    grade: 'inferred',
    source: HANDBOOK,
  },
  {
    id: 'status-column-missing',
    statement:
      'Without statusColumn the status comes from the mapped status and statusConfig; without those it is active.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'inactive-status',
    statement:
      'With inactiveStatus and no activeStatus an account is inactive when its statusColumn has one of those values, else active.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'provisioned-status',
    statement:
      'A created or enabled account becomes Manually Provisioned, a disabled or removed one Manually Suspended, until the next import.',
    grade: 'inferred',
    source: 'community forum',
  },
  {
    id: 'incremental-import',
    statement:
      'An incremental import makes the same calls as a full one (the JSON has no key for changes since a time) and only adds and changes: nothing is suspended, made inactive or unlinked.',
    grade: 'inferred',
    source: 'provider documentation (the job has the parameter); what it does for REST is not stated',
  },
  {
    id: 'header-names',
    statement: 'Response headers are bound under their usual spelling (Link) and in lower case.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'duplicate-key',
    statement: 'Of several records with the same key in one import the last one counts.',
    grade: 'inferred',
    source: 'a choice of this runner',
  },
  {
    id: 'record-without-key',
    statement: 'A record without a value in the key column is left out.',
    grade: 'observed',
    source: 'training material (low confidence)',
  },
  {
    id: 'form-urlencoded-pws',
    statement: 'application/x-www-form-urlencoded-pws sends spaces as %20.',
    grade: 'documented',
    source: 'REST connector handbook',
  },
  {
    id: 'map-type',
    statement:
      'The column types listAsString, boolList, boolListInverse, json, ufjson and ufchar mean what their names say.',
    grade: 'inferred',
    source: 'form builders of third parties',
  },
  {
    id: 'bearer-type',
    statement: 'authType Bearer works like oauth2.',
    grade: 'inferred',
    source: 'community forum',
  },
  {
    id: 'relation-calls',
    statement:
      'A call of entOwnerParams or entMappingParams that names an entitlement (id, entitlementID, entitlementValue) in its url or parameters is made once for each active entitlement of its type, else once; it is made after the links.',
    grade: 'inferred',
    source: HANDBOOK,
  },
  {
    id: 'stored-entitlement-map',
    statement:
      'STORE#ENT#MAPPINGINFO#PARENTID in a call that is made for each entitlement of another type maps that entitlement to the records it brings.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'user-calls',
    statement:
      'A call of ImportUserJSON that names a column of the calls before it is made once for each user that is there already, and adds its columns to that user.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'user-status',
    statement:
      'A user is active (statuskey 1) unless the mapped statuskey or status says otherwise, by statusConfig if there is one.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'users-first',
    statement:
      'Users are imported before accounts when the package has an ImportUserJSON and no user import has ended well yet.',
    grade: 'documented',
    source: GUIDE,
  },
  {
    id: 'pending-create',
    statement:
      'A task of access for an account that the same request creates waits as Pending Create until the account is there.',
    grade: 'inferred',
    source: 'the names of the task states; when EIC uses them is not stated',
  },
  {
    id: 'provisioning-comments',
    statement: 'The comments of a task hold the answer of each call, and why it failed.',
    grade: 'inferred',
    source: 'API documentation (the field exists; what it holds is not stated)',
  },
  {
    id: 'cookie-authentication',
    statement:
      'With authType cookies the cookies of the token answer go out with every call; ${apiKey} is properties.apiKey, ${timestamp} the time in milliseconds, and an empty tokenResponsePath leaves accessToken as it is.',
    grade: 'inferred',
    source: HANDBOOK,
  },
  {
    id: 'clean-text',
    statement:
      'cleanUpTextContent takes control characters, zero-width characters and the byte order mark out of an answer before it is read.',
    grade: 'inferred',
    source: HANDBOOK,
  },
  {
    id: 'unknown-keys',
    statement: 'EIC passes over keys it does not know: what stands there has no effect.',
    grade: 'inferred',
    source: PACKAGES,
  },
  {
    id: 'repeated-page',
    statement:
      'A page that repeats the one before it, without a total, is a run-away, and so are ten pages in a row without a record.',
    grade: 'inferred',
    source: 'a limit of this runner',
  },
];
