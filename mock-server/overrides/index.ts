export { evidenceOf, type RuleView } from './overridden-evidence.js';
export {
  type MessageOverride,
  NO_OVERRIDES,
  type Overrides,
  type TenantOverride,
  type TokenMessageOverride,
} from './overrides.js';
export { overridesForm } from './overrides-form.js';
export { OVERRIDES_SCHEMA } from './schema.js';
export { tokenWordsOf, wordsOf } from './words.js';
