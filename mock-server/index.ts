export { type Access, type LimitedToken, reaches, refuseLimited, refuseOther } from './admin/access.js';
export { adminDescription } from './admin-description.js';
export { generatedState } from './build-tenant.js';
export { EVIDENCE, type Evidence, type Grade, type RuleId } from './evidence.js';
export { type Extension, ExtensionProblem, type ExtensionRoutes } from './extensions.js';
export { FIXTURE_SCHEMA, type Fixture, type RecordedError } from './fixture/index.js';
export { type InputProblem, problemOf } from './input/check.js';
export { LOG_FORMATS, LOG_LEVELS, type LogChoices } from './log.js';
export { makeFolder } from './make-folder.js';
export type { SimulatorOptions, TenantChoices } from './options.js';
export {
  evidenceOf,
  type MessageOverride,
  type Overrides,
  overridesForm,
  type RuleView,
  type TenantOverride,
  type TokenMessageOverride,
  tokenWordsOf,
  wordsOf,
} from './overrides/index.js';
export type { Pages } from './pages.js';
export { readFaults, readFixture, readOverrides } from './read-files.js';
export {
  type Recorder,
  type RecorderOptions,
  type RecordOptions,
  recordTenant,
  startRecorder,
  writeFixture,
} from './record/index.js';
export { type ErrorCode, fill, type OAuthCode } from './rest/messages.js';
export {
  createSimulatorApp,
  type RunningTenant,
  type Simulator,
  type SimulatorApp,
  startSimulator,
} from './simulator.js';
export type { TenantClock } from './tenant/clock.js';
export type { Credentials } from './tenant/credentials.js';
export { type RefusalCode, SetupError, TenantError } from './tenant/errors.js';
export {
  type ActiveFault,
  FAULTS,
  type FaultDelay,
  type FaultEffect,
  type FaultMatch,
  type FaultName,
  type FaultRule,
  type FaultUse,
  type FaultWindow,
  type NamedFault,
  type StateChange,
} from './tenant/faults/index.js';
export type { LicenceCounts, LicenceUse } from './tenant/licences.js';
export {
  LICENCE_TYPES,
  type LicenceType,
  type NewUser,
  type NewUserGroup,
  type Project,
  type User,
  type UserGroup,
  type UserGroupPatch,
  type UserPatch,
} from './tenant/model.js';
export { pathPattern } from './tenant/path-pattern.js';
export type { MadeRecords, WantedRecords, WantedUser, WantedUserGroup } from './tenant/populate.js';
export { PROFILES, type Profile } from './tenant/profile.js';
export { type Clock, realClock } from './tenant/real-clock.js';
export type { TenantState } from './tenant/state.js';
export type { Tenant } from './tenant/tenant.js';
export type { AccessToken } from './tenant/tokens.js';
export type { TrafficEntry, TrafficQuery } from './tenant/traffic/index.js';
export type { TenantSetup } from './tenants.js';
export type { CertificateFiles } from './tls.js';
