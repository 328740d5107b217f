/** The documented and published keys that have no effect here, and why. Every other key of the JSON Schemas is read. */
export const UNREAD_KEYS = [
    {
        key: 'refreshType',
        in: 'ConnectionJSON',
        why: 'RefreshToken is its only value: a refresh token is used wherever ${refresh_token} stands',
    },
    { key: 'testname', in: 'ConnectionJSON', why: 'no source says what it does' },
    { key: 'expiryDate', in: 'ConnectionJSON', why: 'no source says what it does' },
    { key: 'showLogs', in: 'ConfigJSON', why: 'a run shows all with --trace' },
    {
        key: 'connectionTimeout',
        in: 'ConfigJSON',
        why: 'readTimeout is the time until the whole answer is there, connecting included',
    },
    { key: 'writeTimeout', in: 'ConfigJSON', why: 'readTimeout counts the sending too' },
    { key: 'stageNumber', in: 'import calls', why: 'a label for progress; the order is that of callOrder' },
    { key: 'showJobHistory', in: 'import calls', why: 'every run is in the job history' },
    {
        key: 'makeProcessingStatus',
        in: 'import calls',
        why: 'nobody sees records between the calls of an import: they are applied together at its end',
    },
    {
        key: 'disableDeletedAccounts',
        in: 'accountParams',
        why: 'no longer required since statusAndThresholdConfig (documented)',
    },
    { key: 'disableAction', in: 'account calls', why: 'one package has it, and no source says what it does' },
    {
        key: 'deleteAccountAction',
        in: 'account calls',
        why: 'one package has it, and no source says what it does',
    },
    {
        key: 'includeExistingInActiveAccounts',
        in: 'accountParams',
        why: 'published packages have it, and no source says what it does',
    },
    { key: 'entTypeLabels', in: 'entitlementParams', why: 'names of columns on a page of EIC' },
    {
        key: 'acctEntMappingInfoColumnFromEnt',
        in: 'entitlement calls',
        why: 'a column of colsToPropsMap; beside it the word says nothing',
    },
    { key: 'lockedStatusColumn', in: 'STATUS_THRESHOLD_CONFIG', why: 'seen for other connectors only' },
    { key: 'lockedStatusMapping', in: 'STATUS_THRESHOLD_CONFIG', why: 'seen for other connectors only' },
    { key: 'showResponse', in: 'provisioning calls', why: 'the comments of a task hold every answer' },
    {
        key: 'privilegeEntitlement',
        in: 'provisioning calls',
        why: 'one package has it; requestAccessAttributes holds the values it speaks of',
    },
];
/** The keys as a Markdown table, as docs/connector.md shows it. */
export function unreadKeysTable() {
    return [
        '| key | where | why it has no effect here |',
        '|---|---|---|',
        ...UNREAD_KEYS.map(({ key, in: where, why }) => `| \`${key}\` | ${where} | ${why} |`),
        '',
    ].join('\n');
}
