const custom = (count: number) => Array.from({ length: count }, (_, index) => `customproperty${index + 1}`);

/** Columns of an EIC account [observed: published packages, EIC's accounts table]; names are read without regard to case. */
export const accountColumns: readonly string[] = [
  'accountID',
  'name',
  'displayName',
  'description',
  'status',
  'accountType',
  'accountClass',
  'comments',
  'created_on',
  'createdate',
  'updatedate',
  'lastlogondate',
  'lastpasswordchange',
  'validfrom',
  'validthrough',
  'passwordchangedate',
  'creator',
  'owner',
  'privileged',
  'usergroup',
  'recordtype',
  'referenced_accountID',
  ...custom(60),
];

/** Columns of an EIC entitlement [observed: published packages]. */
export const entitlementColumns: readonly string[] = [
  'entitlementID',
  'entitlement_value',
  'displayName',
  'description',
  'status',
  'entitlement_glossary',
  'risk',
  'createdate',
  'updatedate',
  'orphan',
  'soxcritical',
  'syscritical',
  'priviliged',
  'confidentiality',
  'module',
  'access',
  'entclass',
  'entitlementMappingJson',
  // Where the links that stand in the record are kept until they are read.
  'acctEntMappingInfoColumnFromEnt',
  ...custom(60),
];

/** The columns without which EIC cannot store a record, in lower case [documented: developer portal]. */
export const neededColumns: ReadonlySet<string> = new Set([
  'accountid',
  'name',
  'entitlementid',
  'entitlement_value',
]);

/** The types that a mapping can name after `~#~` [documented: developer portal; the last six: form builders]. */
export const columnTypes: readonly string[] = [
  'char',
  'date',
  'bool',
  'epochdate',
  'int',
  'listAsString',
  'boolListInverse',
  'boolList',
  'json',
  'ufjson',
  'ufchar',
  'number',
];
