import { anyObject, flag, type JsonSchema, named, number, object, text } from './schema.js';

/** Compared with the stored text; published packages have numbers and null among them, booleans match nothing. */
const statuses: JsonSchema = { type: 'array', items: { type: ['string', 'number', 'null'] } };

/** The object that decides which accounts are active and how many may vanish [documented: developer portal]. */
export const statusAndThreshold: JsonSchema = object({
  statusColumn: text,
  activeStatus: statuses,
  inactiveStatus: statuses,
  lockedStatusColumn: text,
  lockedStatusMapping: anyObject,
  deleteLinks: flag,
  accountThresholdValue: number,
  inactivateAccountsNotInFile: flag,
  accountsNotInImportAction: text,
  correlateInactiveAccounts: flag,
  deleteAccEntForActiveAccounts: flag,
  inactivateEntsNotInFeed: flag,
  entThresholdValue: object({ entType: named(object({ ent: number }, ['ent'])) }, ['entType']),
});

/** STATUS_THRESHOLD_CONFIG. */
export const statusThresholdSchema: JsonSchema = object({ statusAndThresholdConfig: statusAndThreshold }, [
  'statusAndThresholdConfig',
]);
