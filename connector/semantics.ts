import { GUIDE, HANDBOOK, PACKAGES, RULES } from './semantics-rules.js';

/** How sure an entry is. `inferred`: nobody states it, it is what published packages and other facts suggest. */
export type Grade = 'documented' | 'observed' | 'inferred';

/** One undocumented (or barely documented) rule of EIC that a verdict may rest on. */
export interface SemanticsEntry {
  readonly id: string;
  /** The option that overrules it; null for a rule that has no other form here. */
  readonly option: string | null;
  readonly statement: string;
  readonly default: string | number | boolean;
  readonly choices: readonly (string | number | boolean)[];
  readonly grade: Grade;
  readonly source: string;
}

const choice = <T extends string | number | boolean, C extends readonly (string | number | boolean)[]>(
  id: string,
  statement: string,
  value: T,
  choices: C,
  source: string,
  grade: Grade = 'inferred',
) => ({ id, statement, default: value as T | C[number], choices, source, grade });

/** Every option by name: what EIC is taken to do, and what else it might do. */
const OPTIONS = {
  offsetStart: choice(
    'offset-start',
    'The first offset of an offset paging is 0.',
    0 as number,
    [0, 1],
    PACKAGES,
  ),
  offsetAdvance: choice(
    'offset-advance',
    'The offset advances by batchSize, whatever number of records the page held.',
    'batch-size',
    ['received'],
    HANDBOOK,
  ),
  offsetStop: choice(
    'offset-stop',
    'An offset paging ends when the next offset reaches the total, or with a page without records.',
    'total-or-empty',
    ['empty'],
    HANDBOOK,
  ),
  pageStop: choice(
    'page-stop',
    'A page paging ends when the records read reach the total, or with a page without records.',
    'total-or-empty',
    ['empty'],
    HANDBOOK,
  ),
  totalPathWithoutPrefix: choice(
    'total-path-prefix',
    'A totalCountPath without the prefix completeResponseMap. is looked up in the response body all the same.',
    'resolve',
    ['ignore'],
    PACKAGES,
  ),
  firstToken: choice(
    'token-first',
    'The first call goes out with the accessToken of ConnectionJSON; a token is fetched after the first refusal.',
    'on-refusal',
    ['eager'],
    HANDBOOK,
  ),
  errorMatch: choice(
    'error-text-match',
    'authError and expiryError match when the text at errorPath contains them, upper and lower case told apart.',
    'contains',
    ['equals'],
    HANDBOOK,
  ),
  refreshTries: choice(
    'refresh-tries',
    'Without maxRefreshTryCount a token is refreshed at most 5 times for one call.',
    5 as number,
    [1, 3],
    PACKAGES,
  ),
  unsuccessWins: choice(
    'unsuccess-first',
    'When both are given, a call succeeds if successResponses match and unsuccessResponses do not.',
    true as boolean,
    [false],
    PACKAGES,
  ),
  defaultSuccess: choice(
    'success-default',
    'Without successResponses every status from 200 to 299 is a success.',
    '2xx',
    ['any'],
    PACKAGES,
  ),
  failureStops: choice(
    'failure-stops',
    'A call that fails ends the sequence of calls of its task.',
    true as boolean,
    [false],
    PACKAGES,
  ),
  accessResponseKey: choice(
    'access-response-key',
    'In AddAccessJSON and RemoveAccessJSON a response is bound as its name with a count (Group1), and as its plain name.',
    'both',
    ['ordinal', 'plain'],
    PACKAGES,
  ),
  formBody: choice(
    'form-body',
    'A JSON text in httpParams is sent as form fields when the content type is a form.',
    'encode',
    ['as-is'],
    PACKAGES,
  ),
  importTemplates: choice(
    'import-templates',
    'Texts of ImportAccountEntJSON go through the template engine only when they hold ${.',
    'with-braces',
    ['always'],
    PACKAGES,
  ),
  missingActiveStatus: choice(
    'active-status-missing',
    'Without activeStatus the statusColumn has no effect: every imported account is active.',
    'active',
    ['inactive'],
    HANDBOOK,
  ),
  unmatchedAccess: choice(
    'unmatched-access',
    'A task whose entitlement type matches no call name fails.',
    'fail',
    ['complete'],
    PACKAGES,
  ),
  taskAfterLimit: choice(
    'task-after-limit',
    'A task that failed as often as provisioningTries allows becomes Provisioning Failed.',
    'Provisioning Failed',
    ['Complete', 'New', 'Error'],
    'community forum (accounts differ)',
  ),
  missingList: choice(
    'missing-list',
    'An answer of an account or entitlement call without the listField is a failed call.',
    'fail',
    ['empty'],
    HANDBOOK,
  ),
  pathThroughList: choice(
    'path-through-list',
    'A path that meets a list without an index goes on in each of its elements.',
    'spread',
    ['null'],
    PACKAGES,
  ),
  objectText: choice(
    'object-text',
    'A path that ends at an object or a list stores its JSON text.',
    'json',
    ['null'],
    PACKAGES,
  ),
  matchByName: choice(
    'account-match-by-name',
    'An imported account that no account has the key of is matched by its name, which is unique in an endpoint.',
    true as boolean,
    [false],
    'EIC accounts table (unique by endpoint and name)',
  ),
  dependentBinding: choice(
    'dependent-binding',
    'In a dependent account call ${accountName} is the value of nextApiKeyField; without that key, the name.',
    'next-api-key',
    ['name'],
    HANDBOOK,
  ),
  accountsNotInFeed: choice(
    'accounts-not-in-feed',
    'Accounts that are no longer in the target are suspended unless inactivateAccountsNotInFile is true.',
    'suspend',
    ['keep'],
    GUIDE,
    'documented',
  ),
  entitlementsNotInFeed: choice(
    'entitlements-not-in-feed',
    'Entitlements that are no longer in the target become inactive.',
    'inactivate',
    ['keep'],
    GUIDE,
    'documented',
  ),
  failedImport: choice(
    'failed-import',
    'An import of which a call fails changes nothing, with doNotChangeIfFailed or without it. The other value lets what arrived count as all there is when doNotChangeIfFailed is not set.',
    'changes-nothing',
    ['what-arrived'],
    HANDBOOK,
  ),
  linksNotInFeed: choice(
    'links-not-in-feed',
    'Without deleteAccEntForActiveAccounts, links that are no longer in the target are removed.',
    'remove',
    ['keep'],
    HANDBOOK,
  ),
  ownerKey: choice(
    'owner-key',
    'ownerKeyField names an attribute of users; an owner who is not found like that is looked for among the accounts of the endpoint, whose user is the owner.',
    'user-or-account',
    ['user', 'account'],
    HANDBOOK,
  ),
  entMappings: choice(
    'entitlement-map-side',
    'In entMappings beside the calls of an entitlement type, the record is the parent and the ids in it are its children.',
    'parent',
    ['child'],
    PACKAGES,
  ),
  relationsNotInFeed: choice(
    'relations-not-in-feed',
    'Owners of entitlements and maps between them that are no longer in the target are removed.',
    'remove',
    ['keep'],
    HANDBOOK,
  ),
  userKey: choice(
    'user-key',
    'Users are told apart by username; a user that is found by another attribute keeps the username it has.',
    'username' as string,
    ['systemUserName', 'employeeid', 'email'],
    PACKAGES,
  ),
  usersNotInFeed: choice(
    'users-not-in-feed',
    'Identities that a user import does not bring are left as they are.',
    'keep',
    ['inactivate'],
    'a choice of this runner: nothing is stated about them',
  ),
  endpointsFilter: choice(
    'endpoints-filter',
    'ENDPOINTS_FILTER names endpoints of the security system by entitlements: those entitlements, and an account for each account that holds one, belong to that endpoint.',
    'child-endpoints',
    ['ignore'],
    'provider documentation (the form of the JSON); what it does for REST is not stated',
  ),
  timeOutError: choice(
    'timeout-error',
    'timeOutError changes nothing: a call that times out is repeated as often as retryCount of ConfigJSON says.',
    'retry-count',
    ['refresh-count'],
    HANDBOOK,
  ),
  accountIdMissing: choice(
    'account-id-missing',
    'Without accountIdPath, or when it finds nothing, the accountID of a new account is its name.',
    'name',
    ['null'],
    PACKAGES,
  ),
  connectionRetries: choice(
    'connection-retries',
    'A call that could not reach the target is repeated retryCount times (ConfigJSON); a POST only when nothing was sent.',
    true as boolean,
    [false],
    HANDBOOK,
  ),
  maximalPages: choice(
    'maximal-pages',
    'A paging of more than 100,000 pages is a run-away.',
    100_000 as number,
    [1000],
    'a limit of this runner',
  ),
};

type Options = typeof OPTIONS;

/** How EIC is taken to behave where nothing is documented: one value for each option. */
export type Semantics = { readonly [Key in keyof Options]: Options[Key]['default'] };

/** The option names. */
export type SemanticsKey = keyof Semantics;

/** The default of every option. */
export const DEFAULT_SEMANTICS: Semantics = Object.fromEntries(
  Object.entries(OPTIONS).map(([key, option]) => [key, option.default]),
) as Semantics;

/** The ledger id of an option. */
export function semanticsId(key: SemanticsKey): string {
  return OPTIONS[key].id;
}

/** The whole ledger: what this runner takes for granted about EIC, each entry with its grade and source. */
export const SEMANTICS_LEDGER: readonly SemanticsEntry[] = [
  ...Object.entries(OPTIONS).map(([option, entry]) => ({
    ...entry,
    option,
    choices: [entry.default, ...entry.choices.filter((value) => value !== entry.default)],
  })),
  ...RULES.map((rule) => ({ ...rule, option: null, default: true, choices: [true] })),
];
