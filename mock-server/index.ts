export { EVIDENCE, type Evidence, type Grade, type RuleId } from './evidence.js';
export type { SimulatorOptions, TenantChoices } from './options.js';
export { createSimulatorApp, type Simulator, type SimulatorApp, startSimulator } from './simulator.js';
export type { TenantClock } from './tenant/clock.js';
export type { Credentials } from './tenant/credentials.js';
export { type RefusalCode, SetupError, TenantError } from './tenant/errors.js';
export type { ActiveFault, FaultEffect, FaultMatch, FaultRule } from './tenant/faults.js';
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
export { PROFILES, type Profile } from './tenant/profile.js';
export { type Clock, realClock } from './tenant/real-clock.js';
export type { TenantState } from './tenant/state.js';
export type { Tenant } from './tenant/tenant.js';
export type { AccessToken } from './tenant/tokens.js';
export type { TrafficEntry } from './tenant/traffic.js';
