import { anyObject, anything, flag, type JsonSchema, number, object, text, texts } from './schema.js';

/** The object that decides which accounts are active and how many may vanish [documented: developer portal]. */
export const statusAndThreshold: JsonSchema = object({
  statusColumn: text,
  activeStatus: texts,
  inactiveStatus: texts,
  lockedStatusColumn: text,
  lockedStatusMapping: anyObject,
  deleteLinks: flag,
  accountThresholdValue: number,
  inactivateAccountsNotInFile: flag,
  accountsNotInImportAction: text,
  correlateInactiveAccounts: flag,
  deleteAccEntForActiveAccounts: flag,
  inactivateEntsNotInFeed: flag,
  entThresholdValue: anything,
});

/** STATUS_THRESHOLD_CONFIG. */
export const statusThresholdSchema: JsonSchema = object({ statusAndThresholdConfig: statusAndThreshold }, [
  'statusAndThresholdConfig',
]);
