/** A value of an EIC attribute. Dates are ISO 8601 texts; the bindings turn them into dates. */
export type AttributeValue = string | number | boolean | null;

/** An identity (EIC: user). Attribute names are EIC's: `username`, `firstname`, `customproperty1`, `startdate` ... */
export interface Identity {
  readonly username: string;
  readonly [attribute: string]: AttributeValue | undefined;
}

/** The account states EIC shows. Numbers as text: 1 active, 2 inactive. */
export type AccountStatus =
  | '1'
  | '2'
  | 'Manually Provisioned'
  | 'Manually Suspended'
  | 'SUSPENDED FROM IMPORT SERVICE';

/** Columns of a record by lower-case name (EIC matches column names without regard to case). */
export type Columns = Readonly<Record<string, string | null>>;

/** An account on the EIC side. `columns` holds every mapped column, `accountid` and `name` included. */
export interface Account {
  readonly key: number;
  readonly endpoint: string;
  readonly accountID: string | null;
  readonly name: string;
  readonly status: AccountStatus;
  /** The username of the identity it belongs to, or null. */
  readonly user: string | null;
  readonly columns: Columns;
}

/** An entitlement on the EIC side. Status 1 is active, 2 inactive. */
export interface Entitlement {
  readonly key: number;
  readonly type: string;
  /** The endpoint it belongs to when that is not the one of the connection (ENDPOINTS_FILTER). */
  readonly endpoint?: string;
  readonly entitlementID: string | null;
  readonly value: string;
  readonly status: '1' | '2';
  readonly columns: Columns;
}

/** An account holds an entitlement. */
export interface Link {
  readonly accountKey: number;
  readonly entitlementKey: number;
  readonly origin: 'import' | 'provisioning';
  readonly privileges?: Readonly<Record<string, string>>;
}

/** An identity owns an entitlement. */
export interface Owner {
  readonly entitlementKey: number;
  readonly username: string;
}

/**
 * How one entitlement belongs to another: ENTMAP maps in both directions, ENT2 makes the second a child of the first.
 * Source: connector handbook (documented).
 */
export type MappingType = 'ENTMAP' | 'ENT2';

/** An entitlement is mapped to another. */
export interface EntitlementMap {
  readonly parentKey: number;
  readonly childKey: number;
  readonly types: readonly MappingType[];
}

/** EIC's task states, by name (1, 2, 3, 4, 5, 6, 7, 8, 9 in this order). */
export type TaskStatus =
  | 'New'
  | 'In Progress'
  | 'Complete'
  | 'Discontinued'
  | 'Pending Create'
  | 'Pending Provision'
  | 'Provisioning Failed'
  | 'Error'
  | 'No Action Required';

/** What a provisioning task asks for. */
export type TaskType =
  | 'create'
  | 'update'
  | 'enable'
  | 'disable'
  | 'remove'
  | 'add-access'
  | 'remove-access'
  | 'change-password'
  | 'update-user'
  | 'create-ticket'
  | 'ticket-status';

/** An entitlement as a request names it. */
export interface EntitlementReference {
  readonly type: string;
  /** The entitlement's `entitlementID`; its `entitlement_value` is tried as well. */
  readonly id: string;
}

/** What somebody asked for: one or several tasks that are provisioned together. Times are epoch milliseconds. */
export interface AccessRequest {
  readonly id: number;
  /** The username of who asked, or null when that is not known. */
  readonly requestor: string | null;
  readonly businessJustification: string;
  readonly taskIds: readonly number[];
  readonly createdAt: number;
}

/** A provisioning task. Times are epoch milliseconds. */
export interface Task {
  readonly id: number;
  readonly requestId: number;
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly identity: string | null;
  readonly accountName: string | null;
  readonly accountKey: number | null;
  /** The endpoint it is about when that is not the one of the connection. */
  readonly endpoint?: string;
  readonly entitlement: EntitlementReference | null;
  readonly requestAccessAttributes: Readonly<Record<string, AttributeValue>>;
  readonly businessJustification: string;
  /** The action of an `update-user` task, such as `Update Login`. */
  readonly action: string | null;
  readonly ticket: string | null;
  readonly attempts: number;
  readonly comments: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One run of a job. */
export interface JobRun {
  readonly id: number;
  readonly job: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly status: 'ok' | 'failed' | 'not-possible';
  readonly message: string;
  readonly startedAt: number;
  readonly endedAt: number;
}
