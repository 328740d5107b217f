import type { Evidence } from '../evidence.js';

/** Users. */
export const USER_EVIDENCE = [
  {
    id: 'user-shape',
    statement:
      'A user has id, username, firstName, lastName, email, phone, title, location, licenseType, active, uid, customData, type in this order.',
    grade: 'captured',
    source: 'current user of a cloud tenant, 2025',
  },
  {
    id: 'users-active-only',
    statement: 'The list of users holds active users; includeInactive=true adds the others.',
    grade: 'observed',
    source: "a .NET client on a live instance, 2020; the vendor's Python client",
  },
  {
    id: 'boolean-case',
    statement: 'includeInactive is true for "true" in any case and false for all else.',
    grade: 'observed',
    source: 'Python clients in use send True',
  },
  {
    id: 'filters-combine',
    statement: 'Different filters combine with AND, values of one filter with OR.',
    grade: 'documented',
    source: 'vendor developer portal, for another resource',
  },
  {
    id: 'filter-match',
    statement: 'A text filter matches the whole value; case does not matter.',
    grade: 'inferred',
    source: 'a public client treats two hits for one email as an error; nothing published',
  },
  {
    id: 'filter-empty',
    statement: 'A filter without a value does not filter.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'filter-project',
    statement: "The project filter of users keeps the members of that project's groups.",
    grade: 'inferred',
    source: 'a public client uses the filter; what it selects is not published',
  },
  {
    id: 'username-taken',
    statement: 'A username that another user has, in any case, answers 400 with "already exists".',
    grade: 'inferred',
    source: "the vendor's Python client maps 400 with these words; the text for users is not on record",
  },
  {
    id: 'user-merge',
    statement: 'PUT of a user changes only what is sent.',
    grade: 'observed',
    source: 'a .NET client on a live instance, 2020; support article 41844700549901',
  },
  {
    id: 'password-on-update',
    statement: 'A password in a PUT is accepted and has no effect.',
    grade: 'inferred',
    source: "documented as not valid; the vendor's Python client always sends it",
  },
  {
    id: 'licence-follows-active',
    statement: 'Deactivation sets the licence INACTIVE; activation sets FLOATING.',
    grade: 'observed',
    source: 'a .NET client on a live instance, 2020',
  },
  {
    id: 'licence-inactive-refused',
    statement: 'licenseType INACTIVE in a body answers 400: only deactivation sets it.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'licence-of-inactive-user',
    statement: 'A licence set on an inactive user is kept, and the user stays inactive.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'licences-used-up',
    statement: 'A licence type of which none is left answers 400.',
    grade: 'inferred',
    source: 'the user interface refuses it; the REST answer is not on record',
  },
] as const satisfies readonly Evidence[];
