import { isObject, type JsonObject, type JsonValue, objectOf, textOf } from '../json.js';
import { columnText } from '../mapping/path.js';
import type { ConnectionPackage } from '../package/package.js';
import type { AccountStatus, Columns } from '../repository/model.js';
import type { Run } from '../run.js';

/** What becomes of accounts that are no longer in the target. */
export type MissingAction = 'suspend' | 'inactivate';

/** statusAndThresholdConfig, read. Source of every key: connector handbook (documented). */
export interface StatusConfig {
  readonly statusColumn: string | undefined;
  /** undefined: there is no activeStatus. */
  readonly activeStatus: ReadonlySet<string> | undefined;
  /** undefined: there is no inactiveStatus. */
  readonly inactiveStatus: ReadonlySet<string> | undefined;
  readonly deleteLinks: boolean;
  readonly accountThreshold: number | undefined;
  /** undefined: nothing is said about them. */
  readonly missingAccounts: MissingAction | undefined;
  readonly correlateInactiveAccounts: boolean;
  readonly removeLinksNotInFeed: boolean | undefined;
  readonly inactivateEntitlements: boolean | undefined;
  entitlementThreshold(type: string): number | undefined;
}

function flag(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function count(value: JsonValue | undefined): number | undefined {
  const number = Number(value ?? Number.NaN);
  return value === '' || !Number.isFinite(number) ? undefined : number;
}

function missingAction(config: JsonObject): MissingAction | undefined {
  const inactivate = flag(config.inactivateAccountsNotInFile);
  if (inactivate !== undefined) return inactivate ? 'inactivate' : 'suspend';
  if (textOf(config.accountsNotInImportAction)?.toLowerCase() === 'suspend') return 'suspend';
  return undefined;
}

function configOf(source: ConnectionPackage, section: JsonObject, run: Run): JsonObject {
  const own = source.document('STATUS_THRESHOLD_CONFIG');
  const config = objectOf(own.value).statusAndThresholdConfig;
  if (isObject(config)) {
    if (isObject(section.statusAndThresholdConfig)) run.rely('status-config-source');
    return config;
  }
  return objectOf(section.statusAndThresholdConfig);
}

function valuesOf(value: JsonValue | undefined): ReadonlySet<string> | undefined {
  return value === undefined ? undefined : new Set([value].flat().map((one) => columnText(one) ?? 'null'));
}

/** The status and threshold rules of a connection. @param section accountParams */
export function readStatusConfig(source: ConnectionPackage, section: JsonObject, run: Run): StatusConfig {
  const config = configOf(source, section, run);
  const thresholds = objectOf(objectOf(config.entThresholdValue).entType);
  return {
    statusColumn: textOf(config.statusColumn)?.toLowerCase(),
    activeStatus: valuesOf(config.activeStatus),
    inactiveStatus: valuesOf(config.inactiveStatus),
    deleteLinks: flag(config.deleteLinks) ?? false,
    accountThreshold: count(config.accountThresholdValue),
    missingAccounts: missingAction(config),
    correlateInactiveAccounts: flag(config.correlateInactiveAccounts) ?? false,
    removeLinksNotInFeed: flag(config.deleteAccEntForActiveAccounts),
    inactivateEntitlements: flag(config.inactivateEntsNotInFeed),
    entitlementThreshold: (type) => count(objectOf(thresholds[type]).ent),
  };
}

/** `statusConfig` of a call: which text of the mapped `status` column means active, which inactive. */
export interface StatusTexts {
  readonly active: string | undefined;
  readonly inactive: string | undefined;
}

/** Reads a call's statusConfig. */
export function readStatusTexts(call: JsonObject): StatusTexts | undefined {
  if (!isObject(call.statusConfig)) return undefined;
  const { active, inactive } = call.statusConfig;
  return { active: columnText(active) ?? undefined, inactive: columnText(inactive) ?? undefined };
}

/** Active (1) or inactive (2) by a text and the texts of statusConfig; active without a text. */
export function activityOf(status: string | null | undefined, texts: StatusTexts | undefined): '1' | '2' {
  if (status === null || status === undefined) return '1';
  if (texts?.active !== undefined && status === texts.active) return '1';
  if (texts?.inactive !== undefined && status === texts.inactive) return '2';
  if (texts?.active !== undefined) return '2';
  return /^(2|false|0|inactive|disabled|suspended)$/i.test(status) ? '2' : '1';
}

/** The status of an imported account: by statusColumn and activeStatus, else by the mapped status, else active. */
export function accountStatus(
  columns: Columns,
  config: StatusConfig,
  texts: StatusTexts | undefined,
  run: Run,
): AccountStatus {
  if (config.statusColumn !== undefined) {
    if (config.activeStatus !== undefined) {
      return config.activeStatus.has(columns[config.statusColumn] ?? 'null') ? '1' : '2';
    }
    if (config.inactiveStatus !== undefined) {
      run.rely('inactive-status');
      return config.inactiveStatus.has(columns[config.statusColumn] ?? 'null') ? '2' : '1';
    }
    if (run.choose('missingActiveStatus') === 'inactive') return '2';
  }
  run.rely('status-column-missing');
  return activityOf(columns.status, texts);
}

/** The status of an imported entitlement: by the mapped status, else active. */
export function entitlementStatus(columns: Columns, texts: StatusTexts | undefined): '1' | '2' {
  return activityOf(columns.status, texts);
}
