/** The attributes of an EIC user, with the spelling templates use (`preferedFirstName` is EIC's own). */
export const USER_ATTRIBUTES = [
  'id',
  'username',
  'systemUserName',
  'firstname',
  'middlename',
  'lastname',
  'displayname',
  'preferedFirstName',
  'email',
  'secondaryEmail',
  'phonenumber',
  'secondaryPhone',
  'title',
  'jobDescription',
  'jobcodedesc',
  'jobCode',
  'job_function',
  'employeeid',
  'employeeType',
  'employeeclass',
  'companyname',
  'costcenter',
  'departmentname',
  'departmentNumber',
  'division',
  'region',
  'regioncode',
  'siteid',
  'location',
  'locationdesc',
  'locationnumber',
  'street',
  'city',
  'state',
  'country',
  'orgunitid',
  'manager',
  'owner',
  'statuskey',
  'startdate',
  'enddate',
  'termDate',
  'createdate',
  'updatedate',
  'lastsyncdate',
  'entity',
  'comments',
  'riskscore',
  'username_lowercase',
] as const;

const SPELLINGS: ReadonlyMap<string, string> = new Map(
  USER_ATTRIBUTES.map((name) => [name.toLowerCase(), name]),
);

/** The name of a user attribute as templates spell it: column names are told apart without regard to case. */
export function userAttribute(column: string): string {
  const lower = column.trim().toLowerCase();
  return SPELLINGS.get(lower) ?? (/^customproperty\d+$/.test(lower) ? lower : column.trim());
}
