/**
 * The attributes of a REST connection that hold a connector JSON, in the order of an EIC export.
 * Source: transport exports of EIC (observed), REST connection API (documented).
 */
export const DOCUMENT_NAMES = [
    'ConnectionJSON',
    'ImportUserJSON',
    'ImportAccountEntJSON',
    'STATUS_THRESHOLD_CONFIG',
    'CreateAccountJSON',
    'UpdateAccountJSON',
    'EnableAccountJSON',
    'DisableAccountJSON',
    'AddAccessJSON',
    'RemoveAccessJSON',
    'UpdateUserJSON',
    'ChangePassJSON',
    'RemoveAccountJSON',
    'TicketStatusJSON',
    'CreateTicketJSON',
    'ENDPOINTS_FILTER',
    'PasswdPolicyJSON',
    'ConfigJSON',
    'AddFFIDAccessJSON',
    'RemoveFFIDAccessJSON',
    'MODIFYUSERDATAJSON',
    'SendOtpJSON',
    'ValidateOtpJSON',
    'PAM_CONFIG',
];
/** The connector JSON a file name stands for: `ImportAccountEntJSON.json`, in any case. */
export function nameOfFile(fileName) {
    const stem = fileName.replace(/\.json$/i, '').toLowerCase();
    return DOCUMENT_NAMES.find((name) => name.toLowerCase() === stem);
}
/** The connector JSON a file name mentions anywhere, such as `sandbox-ConnectionJSON-2.json`. */
export function nameInFile(fileName) {
    const lower = fileName.toLowerCase();
    return nameOfFile(fileName) ?? DOCUMENT_NAMES.find((name) => lower.includes(name.toLowerCase()));
}
