import { accessScenarios } from './access.js';
import { importScenarios } from './import.js';
import { importChangeScenarios } from './import-changes.js';
import { importDeletionScenarios } from './import-deletions.js';
import { importSizeScenarios } from './import-sizes.js';
import { lifecycleScenarios } from './lifecycle.js';
import { provisioningScenarios } from './provisioning.js';
import { provisioningLimitScenarios } from './provisioning-limits.js';
import { resilienceScenarios } from './resilience.js';
import type { Scenario } from './scenario.js';
import { tokenScenarios } from './token.js';

export type { Observation, Scenario, TenantSize, World } from './scenario.js';
export { tellStory } from './tell-story.js';
export { type OpenWorld, openWorld } from './world.js';

/** Every scenario, in the order in which a report shows them. */
export const scenarios: readonly Scenario[] = [
  ...tokenScenarios,
  ...importScenarios,
  ...importSizeScenarios,
  ...importChangeScenarios,
  ...importDeletionScenarios,
  ...provisioningScenarios,
  ...provisioningLimitScenarios,
  ...accessScenarios,
  ...lifecycleScenarios,
  ...resilienceScenarios,
];
