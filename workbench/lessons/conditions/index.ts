import type { Scene } from '../scene.js';
import type { Condition, Sighting } from './condition.js';
import { account, accounts, agreement, entitlements, holds, identities, job, links, task } from './eic.js';
import { chosen, findings, run, scenarios } from './package.js';
import { clock, fault, member, tokens, user, users } from './tenant.js';
import { call, repeated } from './traffic.js';

export type { Sighting } from './condition.js';

/** Every condition that a step can have. */
const CONDITIONS = {
  call,
  repeated,
  tokens,
  clock,
  fault,
  users,
  user,
  member,
  accounts,
  account,
  entitlements,
  links,
  holds,
  identities,
  task,
  job,
  agreement,
  run,
  package: chosen,
  findings,
  scenarios,
};

export type ConditionName = keyof typeof CONDITIONS;

export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly ConditionName[];

/** What a condition is, for those who describe them. */
export const conditionNamed = (name: ConditionName): Condition<unknown> => CONDITIONS[name];

/** Whether a condition holds. @param wanted what its schema lets pass */
export const lookAt = (name: ConditionName, scene: Scene, wanted: unknown): Sighting =>
  CONDITIONS[name].look(scene, wanted);
