/** The document account and access imports read. */
export const IMPORT_DOCUMENT = 'ImportAccountEntJSON';
/** The document a user import reads. */
export const USER_DOCUMENT = 'ImportUserJSON';
