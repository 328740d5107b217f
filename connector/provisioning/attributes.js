import { USER_ATTRIBUTES } from '../repository/user-attributes.js';
const DATES = new Set([
    'startdate',
    'enddate',
    'termDate',
    'createdate',
    'updatedate',
    'lastsyncdate',
    'lastlogondate',
    'created_on',
]);
/** How many customproperty columns each object has (observed: accounts 60, entitlements 40, users 65). */
const CUSTOM = { user: 65, account: 60, entitlement: 40 };
function customProperties(count) {
    return Array.from({ length: count }, (_, at) => [`customproperty${at + 1}`, null]);
}
/** A date attribute as a date; a text that is none stays a text. */
function bindable(name, value) {
    if (!DATES.has(name) || typeof value !== 'string')
        return value ?? null;
    const time = Date.parse(value.includes(' ') ? `${value.replace(' ', 'T')}Z` : value);
    return Number.isNaN(time) ? value : new Date(time);
}
/** `user` as templates see it: every EIC attribute is there, null without a value. */
export function userBinding(identity) {
    if (identity === undefined)
        return null;
    const known = [...USER_ATTRIBUTES.map((name) => [name, null]), ...customProperties(CUSTOM.user)];
    const own = Object.entries(identity).map(([name, value]) => [name, bindable(name, value)]);
    return Object.fromEntries([...known, ['systemUserName', identity.username], ['statuskey', 1], ...own]);
}
/** Columns are kept in lower case; these have capitals as properties. */
const PROPERTY_NAMES = {
    accountid: 'accountID',
    displayname: 'displayName',
    entitlementid: 'entitlementID',
};
function columnProperties(columns) {
    return Object.entries(columns).map(([name, value]) => [
        PROPERTY_NAMES[name] ?? name,
        bindable(name, value),
    ]);
}
/** `account` as templates see it; null before there is one. */
export function accountBinding(account) {
    if (account === undefined)
        return null;
    return Object.fromEntries([
        ['displayName', null],
        ['description', null],
        ['accounttype', null],
        ...customProperties(CUSTOM.account),
        ...columnProperties(account.columns),
        ['id', account.key],
        ['accountID', account.accountID],
        ['name', account.name],
        ['status', account.status],
    ]);
}
/** `entitlementValue` as templates see it; null in a task without one. */
export function entitlementBinding(entitlement) {
    if (entitlement === undefined)
        return null;
    const columns = Object.entries(entitlement.columns).filter(([name]) => name !== 'displayname');
    return Object.fromEntries([
        ['displayname', entitlement.columns.displayname ?? null],
        ['description', null],
        ...customProperties(CUSTOM.entitlement),
        ...columnProperties(Object.fromEntries(columns)),
        ['id', entitlement.key],
        ['entitlementID', entitlement.entitlementID],
        ['entitlement_value', entitlement.value],
        ['status', Number(entitlement.status)],
        ['entitlementtypekey', { entitlementname: entitlement.type }],
    ]);
}
