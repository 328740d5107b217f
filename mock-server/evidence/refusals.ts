import type { Evidence } from '../evidence.js';

/** Who is let in, and how requests that cannot be answered are refused. */
export const REFUSAL_EVIDENCE = [
  {
    id: 'unauthorized',
    statement: 'A call without credentials answers 401 with an empty message and no WWW-Authenticate.',
    grade: 'captured',
    source: '401 of a cloud tenant, 2019',
  },
  {
    id: 'token-refused',
    statement: 'An unknown or expired token is answered like a call without credentials.',
    grade: 'inferred',
    source: 'nothing published; clients ask for a new token on any 401',
  },
  {
    id: 'authentication-first',
    statement: 'Credentials are checked before path and method, so an unknown path without them answers 401.',
    grade: 'inferred',
    source: 'usual order of the security layer; nothing published',
  },
  {
    id: 'named-creator',
    statement:
      'A caller whose licence may not use REST gets 401 "A named Creator license is required for access."',
    grade: 'observed',
    source: 'README of a public client; support articles 40467506074509 and 45138774075149',
  },
  {
    id: 'access-control',
    statement: 'With REST access control on, a caller who is not listed gets 403.',
    grade: 'documented',
    source: 'support articles 34959399681805 and 35189750361613',
  },
  {
    id: 'throttled',
    statement: 'Over 10 calls a second the cloud answers 429.',
    grade: 'documented',
    source: 'support article 37036412486285',
  },
  {
    id: 'throttled-message',
    statement: 'The 429 is an envelope, without Retry-After.',
    grade: 'inferred',
    source: 'the status is documented, its body is not',
  },
  {
    id: 'record-not-found',
    statement: 'An unknown id answers 404 with a message that names it.',
    grade: 'inferred',
    source: 'the status was observed on a live instance in 2020, the text is not on record',
  },
  {
    id: 'id-not-integer',
    statement: 'An id in a path that is no 32-bit number answers 404.',
    grade: 'inferred',
    source: 'usual for the server software; nothing published',
  },
  {
    id: 'path-unknown',
    statement: 'A path that is no resource answers 404.',
    grade: 'inferred',
    source: 'the text is not on record',
  },
  {
    id: 'path-malformed',
    statement: 'A path with broken percent-encoding answers 400.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'request-malformed',
    statement: 'A request that is not HTTP, or whose head is too large, answers 400 or 431 with an envelope.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'method-not-allowed',
    statement: 'A method that a resource does not have answers 405 with Allow.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'options-answer',
    statement: 'OPTIONS answers 200 with Allow and no body, without credentials.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'body-missing',
    statement: 'A write without a body, or with null, answers 400.',
    grade: 'inferred',
    source: 'the status was observed for another resource in 2020, the text is not on record',
  },
  {
    id: 'body-unreadable',
    statement: 'A body that is not a JSON object answers 400.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'body-too-large',
    statement: 'A body of more than one mebibyte answers 413.',
    grade: 'inferred',
    source: 'no size limit is published',
  },
  {
    id: 'media-type',
    statement: 'A write whose Content-Type is missing or is not application/json answers 415.',
    grade: 'inferred',
    source: 'the vendor documents that the header is required; the answer is not on record',
  },
  {
    id: 'field-refused',
    statement:
      'A field that is missing, of a wrong type, not in the enumeration, too long or malformed answers 400 by name.',
    grade: 'inferred',
    source: 'the fields are documented, the answer is not on record',
    differences: ['ActiveStatus.active is required'],
  },
  {
    id: 'field-unknown',
    statement: 'A field that a body does not know is ignored.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'field-null',
    statement: 'null in a body counts as not sent.',
    grade: 'inferred',
    source: "the vendor's Python client sends null for empty fields and is in use",
    differences: [
      'ChangedUser.location may be null',
      'ChangedUser.phone may be null',
      'ChangedUser.title may be null',
      'NewUser.location may be null',
      'NewUser.phone may be null',
      'NewUser.title may be null',
      'ChangedUserGroup.description may be null',
      'ChangedUserGroup.project may be null',
      'NewUserGroup.description may be null',
      'NewUserGroup.project may be null',
    ],
  },
] as const satisfies readonly Evidence[];
