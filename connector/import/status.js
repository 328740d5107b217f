import { isObject, objectOf, textOf } from '../json.js';
import { columnText } from '../mapping/path.js';
function flag(value) {
    if (typeof value === 'boolean')
        return value;
    if (value === 'true')
        return true;
    return value === 'false' ? false : undefined;
}
function count(value) {
    const number = Number(value ?? Number.NaN);
    return value === '' || !Number.isFinite(number) ? undefined : number;
}
function missingAction(config) {
    const inactivate = flag(config.inactivateAccountsNotInFile);
    if (inactivate !== undefined)
        return inactivate ? 'inactivate' : 'suspend';
    if (textOf(config.accountsNotInImportAction)?.toLowerCase() === 'suspend')
        return 'suspend';
    return undefined;
}
function configOf(source, section, run) {
    const own = source.document('STATUS_THRESHOLD_CONFIG');
    const config = objectOf(own.value).statusAndThresholdConfig;
    if (isObject(config)) {
        if (isObject(section.statusAndThresholdConfig))
            run.rely('status-config-source');
        return config;
    }
    return objectOf(section.statusAndThresholdConfig);
}
function valuesOf(value) {
    return value === undefined ? undefined : new Set([value].flat().map((one) => columnText(one) ?? 'null'));
}
/** The status and threshold rules of a connection. @param section accountParams */
export function readStatusConfig(source, section, run) {
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
/** Reads a call's statusConfig. */
export function readStatusTexts(call) {
    if (!isObject(call.statusConfig))
        return undefined;
    const { active, inactive } = call.statusConfig;
    return { active: columnText(active) ?? undefined, inactive: columnText(inactive) ?? undefined };
}
/** Active (1) or inactive (2) by a text and the texts of statusConfig; active without a text. */
export function activityOf(status, texts) {
    if (status === null || status === undefined)
        return '1';
    if (texts?.active !== undefined && status === texts.active)
        return '1';
    if (texts?.inactive !== undefined && status === texts.inactive)
        return '2';
    if (texts?.active !== undefined)
        return '2';
    return /^(2|false|0|inactive|disabled|suspended)$/i.test(status) ? '2' : '1';
}
/** The status of an imported account: by statusColumn and activeStatus, else by the mapped status, else active. */
export function accountStatus(columns, config, texts, run) {
    if (config.statusColumn !== undefined) {
        if (config.activeStatus !== undefined) {
            return config.activeStatus.has(columns[config.statusColumn] ?? 'null') ? '1' : '2';
        }
        if (config.inactiveStatus !== undefined) {
            run.rely('inactive-status');
            return config.inactiveStatus.has(columns[config.statusColumn] ?? 'null') ? '2' : '1';
        }
        if (run.choose('missingActiveStatus') === 'inactive')
            return '2';
    }
    run.rely('status-column-missing');
    return activityOf(columns.status, texts);
}
/** The status of an imported entitlement: by the mapped status, else active. */
export function entitlementStatus(columns, texts) {
    return activityOf(columns.status, texts);
}
