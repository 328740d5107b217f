export type {
  BeforeSend,
  Connector,
  ConnectorOptions,
  ImportOptions,
  Progress,
  RequestDetails,
  SecuritySystem,
  TaskRequest,
} from './connector.js';
export { createConnector } from './create-connector.js';
export { usersImported } from './import/users-first.js';
export type { JobDefinition } from './jobs/jobs.js';
export {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  pointerSteps,
  pointerTo,
  textOf,
} from './json.js';
export type {
  EndpointCounts,
  ImportOutcome,
  LinkCounts,
  NamedChange,
  Outcome,
  OutcomeStatus,
  RecordCounts,
  RequestOutcome,
  RetryOutcome,
  TaskOutcome,
  TestOutcome,
} from './outcome.js';
export type {
  ConnectorDocument,
  DocumentState,
  DuplicateKey,
  JsonProblem,
  Place,
} from './package/document.js';
export { DOCUMENT_NAMES } from './package/names.js';
export { type ConnectionPackage, PackageError } from './package/package.js';
export { readDocument } from './package/read-document.js';
export { type ReadPackageOptions, readPackage } from './package/read-package.js';
export { packTransport, unpackToFolder } from './package/write-package.js';
export type { ConnectorProblem } from './problem.js';
export { requestState } from './provisioning/requests.js';
export type {
  AccessRequest,
  Account,
  AccountStatus,
  AttributeValue,
  Columns,
  Entitlement,
  EntitlementMap,
  EntitlementReference,
  Identity,
  JobRun,
  Link,
  MappingType,
  Owner,
  Task,
  TaskStatus,
  TaskType,
} from './repository/model.js';
export { IdentitiesError, readIdentities } from './repository/read-identities.js';
export type { Repository } from './repository/repository.js';
export { RepositoryError } from './repository/storage.js';
export { openRepository, type RepositoryStore } from './repository/store.js';
export {
  DEFAULT_SEMANTICS,
  type Grade,
  SEMANTICS_LEDGER,
  type Semantics,
  type SemanticsEntry,
  type SemanticsKey,
} from './semantics.js';
export { semanticsTable } from './semantics-table.js';
export {
  type BindingReference,
  compileTemplate,
  createBindings,
  type Explanation,
  evaluateCases,
  type Template,
  type TemplateCase,
  type TemplateCaseResult,
  type TemplateEnvironment,
  TemplateError,
} from './template/index.js';
export type { MappedTrace, RequestTrace, ResponseTrace, TemplateTrace, TraceStep } from './trace.js';
export { UNREAD_KEYS, type UnreadKey, unreadKeysTable } from './unread-keys.js';
