export { FAULTS, type FaultName, type NamedFault } from './catalogue.js';
export { changeState } from './change-state.js';
export { Faults, type FaultUse } from './faults.js';
export type {
  ActiveFault,
  DueFault,
  FaultDelay,
  FaultEffect,
  FaultMatch,
  FaultRule,
  FaultSubject,
  FaultWindow,
  StateChange,
} from './rule.js';
export { FAULT_CHOICE_SCHEMA, FAULT_FILE_SCHEMA, FAULT_RULE_SCHEMA } from './schema.js';
