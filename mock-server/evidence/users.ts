import type { Evidence } from '../evidence.js';

/** Users. */
export const USER_EVIDENCE = [
  {
    id: 'user-shape',
    statement:
      'A user has id, username, firstName, lastName, email, phone, title, location, licenseType, active, uid, customData, type in this order.',
    grade: 'captured',
    source: 'current user of a cloud tenant, 2025',
    differences: ['User.customData is added', 'User.type is added', 'User.uid is added'],
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
    differences: ['GET /users takes project'],
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
    differences: [
      'ChangedUser.email is optional',
      'ChangedUser.firstName is optional',
      'ChangedUser.lastName is optional',
      'ChangedUser.licenseType is optional',
      'ChangedUser.username is optional',
    ],
  },
  {
    id: 'password-on-update',
    statement: 'A password in a PUT is accepted and has no effect.',
    grade: 'inferred',
    source: "documented as not valid; the vendor's Python client always sends it",
    differences: ['ChangedUser.password is optional', 'ChangedUser.password may be null'],
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
  {
    id: 'user-required',
    statement: 'A new user needs username, password, firstName, lastName, email and licenseType.',
    grade: 'documented',
    source: 'vendor Swagger of 2020',
  },
  {
    id: 'user-created-active',
    statement: 'A new user is active.',
    grade: 'inferred',
    source: 'a request has no field for it; nothing published',
  },
  {
    id: 'user-never-deleted',
    statement: 'Users cannot be deleted, only made inactive.',
    grade: 'documented',
    source: 'vendor Swagger of 2020 and user guide; no version has such an operation',
  },
  {
    id: 'user-text-as-sent',
    statement: 'A text is kept as it was sent: blanks are not cut off, a phone number is not checked.',
    grade: 'observed',
    source: 'a .NET client on a live instance, 2020',
  },
  {
    id: 'user-email-shared',
    statement: 'Two users may have the same email.',
    grade: 'inferred',
    source: 'only the username is said to be unique; nothing published',
  },
  {
    id: 'active-unchanged',
    statement:
      'Setting the active state that a user has answers 200 and changes nothing, the licence included.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'licence-freed',
    statement: 'An inactive user holds no licence.',
    grade: 'documented',
    source: 'vendor user guide',
  },
  {
    id: 'favorite-filters',
    statement:
      'Jama has GET /users/current/favoritefilters; here it is no resource and answers 404, because filters are no part of identities.',
    grade: 'documented',
    source: 'vendor Swagger of 2020',
    differences: ['GET /users/current/favoritefilters is not served'],
  },
] as const satisfies readonly Evidence[];
