/**
 * What a finding says that no rule explains: what `check` saw when it ran a package and compared the two sides. By code; a code
 * that is here and among the rules is reported by the rule.
 */
export const sightings: Readonly<Record<string, string>> = {
  'account-without-user':
    'After an answer was lost, the users of the tenant and the accounts on the EIC side are not the same ones.',
  'accounts-of-nobody': 'Accounts came of an empty list of users.',
  'mass-deletion-not-stopped':
    'Most users were gone from the tenant, and their accounts were taken away all the same.',
  'attribute-differs': 'A name, mail address or other attribute differs from the identity.',
  'attribute-stays': 'An attribute that the identity has lost is still in the tenant.',
  'body-not-json': 'A body was sent that is no JSON.',
  'broken-import-changes-accounts': 'An import that could not be finished changed accounts all the same.',
  'call-not-made': 'The request of a call was not sent once.',
  'entitlements-left-over': 'A user group that is gone from the tenant can still be requested.',
  'entitlements-not-imported': 'User groups did not arrive as entitlements.',
  'group-deleted': 'A call deleted a whole user group, with the access of all its members.',
  'import-not-stable': 'A second import of the same tenant changes something.',
  'inactive-users-left-out': 'Inactive users did not arrive, so a disabled account counts as deleted.',
  'links-left-over': 'Accounts still hold a user group of which they are no member any more.',
  'links-not-imported': 'Members of user groups did not arrive, and no call reads them.',
  'links-too-many': 'Accounts hold a user group of which they are no member.',
  'links-unmatched': 'Members arrived, and were not found among the accounts.',
  'list-asked-in-part':
    'A parameter of the address asked for a part of the list, and the rest was never asked for.',
  'list-not-read': 'The answer had more records than were read from it.',
  'no-effect': 'A task was completed, and nothing happened in the tenant.',
  'null-as-text': 'An absent value arrived in the tenant as the four letters null.',
  'null-sent': 'A field is sent as null for somebody who has no value for it.',
  'paging-counts-pages': 'A parameter that counts records was given the number of a page.',
  'paging-ends-early': 'The paging ended before all records were read.',
  'records-dropped': 'Records were left out because their key column is empty.',
  'refusal-taken-for-success': 'The target refused a call, and the task counts as completed.',
  'state-lost': 'A call changed the tenant in a way that no task asks for, and a story could not go on.',
  'status-wrong': 'An account is active while its user is not, or the other way round.',
  'username-differs': 'A new user has another username than the account in EIC.',
  'value-changed': 'A text with accents or another script arrived as something else.',
  'vanished-accounts-keep-access': 'Accounts whose users are gone still hold user groups.',
  'vanished-accounts-stay-active': 'Accounts stay active although their users are gone from the tenant.',
};
