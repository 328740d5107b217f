/**
 * What a finding says that no rule explains: what `check` saw when it ran a package and compared the two sides. By code; a code
 * that is here and among the rules is reported by the rule.
 */
export const sightings: Readonly<Record<string, string>> = {
  'attribute-differs':
    'A name, mail address or other attribute is not in the tenant what it is in the identity.',
  'broken-import-changes-accounts': 'An import that could not be finished changed accounts all the same.',
  'entitlements-not-imported': 'User groups did not arrive as entitlements.',
  'import-not-stable': 'A second import of the same tenant changes something.',
  'inactive-users-left-out': 'Inactive users did not arrive, so a disabled account counts as deleted.',
  'links-not-imported': 'Members of user groups did not arrive, and no call reads them.',
  'links-too-many': 'Accounts hold a user group of which they are no member.',
  'no-effect': 'A task was completed, and nothing happened in the tenant.',
  'null-as-text': 'An absent value arrived in the tenant as the four letters null.',
  'records-dropped': 'Records were left out because their key column is empty.',
  'records-missing': 'Records that the target has did not arrive, and the paging does not tell why.',
  'refusal-taken-for-success': 'The target refused a call, and the task counts as completed.',
  'status-wrong': 'An account is active while its user is not, or the other way round.',
  'value-changed': 'A text with accents or another script arrived as something else.',
  'value-not-escaped': 'A value with a quote or a backslash broke the body that it is printed into.',
  'vanished-accounts-stay-active': 'Accounts stay active although their users are gone from the tenant.',
};
