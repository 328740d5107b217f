export { type AppliedSettings, applySettings, type SuppressedFinding } from './apply.js';
export { findSettings, noSettings, parseSettings, readSettings, SETTINGS_FILE } from './read-settings.js';
export { settingsSchema } from './schema.js';
export { type Settings, SettingsError, type Suppression } from './settings.js';
