import type { RuleId } from '../evidence.js';
import type { RefusalCode } from '../tenant/errors.js';

/** What goes wrong on the wire itself, before or besides the tenant's own refusals. */
export type WireCode =
  | 'no-credentials'
  | 'scheme-refused'
  | 'token-unknown'
  | 'token-expired'
  | 'password-refused'
  | 'caller-inactive'
  | 'licence-refused'
  | 'caller-refused'
  | 'too-many-calls'
  | 'path-unknown'
  | 'path-empty-segment'
  | 'path-malformed'
  | 'request-malformed'
  | 'request-head-too-large'
  | 'id-not-integer'
  | 'method-not-allowed'
  | 'body-missing'
  | 'body-not-json'
  | 'body-not-object'
  | 'body-too-large'
  | 'media-type'
  | 'field-missing'
  | 'field-type'
  | 'field-value'
  | 'field-blank'
  | 'field-too-short'
  | 'field-too-long'
  | 'field-malformed'
  | 'parameter-malformed'
  | 'token-media-type'
  | 'token-trailing-slash'
  | 'server-error';

export type ErrorCode = RefusalCode | WireCode;

/** One error as Jama words it. `{name}` in a text stands for a detail of the error. */
export interface Message {
  readonly status: number;
  /** `meta.message`. */
  readonly message: string;
  readonly evidence: RuleId;
  /** What the simulator adds in `X-Jama-Sim-Hint`, where Jama's own message says too little. */
  readonly hint?: string;
}

const unauthorized = (evidence: RuleId, hint: string): Message => ({
  status: 401,
  message: '',
  evidence,
  hint,
});
const notFound = (message: string, evidence: RuleId): Message => ({ status: 404, message, evidence });
const refused = (message: string, evidence: RuleId): Message => ({ status: 400, message, evidence });

/** Every status and text of an error, in one place: what the vendor never published can be corrected here. */
export const MESSAGES: Readonly<Record<ErrorCode, Message>> = {
  'no-credentials': unauthorized(
    'unauthorized',
    'No Authorization header; send "Bearer" and a token of /rest/oauth/token.',
  ),
  'scheme-refused': unauthorized(
    'unauthorized',
    'The {profile} profile does not accept the scheme of this Authorization header.',
  ),
  'token-unknown': unauthorized(
    'token-refused',
    'This tenant did not issue the token; ask /rest/oauth/token for one.',
  ),
  'token-expired': unauthorized(
    'token-refused',
    'The token ended {ago} ms ago; ask /rest/oauth/token for a new one.',
  ),
  'password-refused': unauthorized('unauthorized', 'No user has this username and password.'),
  'caller-inactive': unauthorized(
    'token-refused',
    'The user {username}, to whom the credentials belong, is inactive.',
  ),
  'licence-refused': {
    status: 401,
    message: 'A named Creator license is required for access.',
    evidence: 'named-creator',
    hint: 'The user {username} has a licence of type {licenseType}.',
  },
  'caller-refused': {
    status: 403,
    message: 'This user is not permitted to use the API',
    evidence: 'access-control',
    hint: 'REST access control is on and does not list the user {username}.',
  },
  'too-many-calls': { status: 429, message: 'Too many requests.', evidence: 'throttled-message' },
  'path-unknown': notFound('There is no resource at {path}.', 'path-unknown'),
  'path-empty-segment': {
    ...notFound('There is no resource at {path}.', 'double-slash'),
    hint: 'The path has an empty segment (//).',
  },
  'path-malformed': refused('The path is not valid percent-encoding.', 'path-malformed'),
  'request-malformed': refused('The request is not valid HTTP.', 'request-malformed'),
  'request-head-too-large': {
    status: 431,
    message: 'The request line and headers are too large.',
    evidence: 'request-malformed',
  },
  'id-not-integer': notFound('{value} is not an id.', 'id-not-integer'),
  'method-not-allowed': {
    status: 405,
    message: '{method} is not allowed here.',
    evidence: 'method-not-allowed',
    hint: 'Allowed: {allow}.',
  },
  'body-missing': refused('A request body is required.', 'body-missing'),
  'body-not-json': refused('The request body is not valid JSON.', 'body-unreadable'),
  'body-not-object': refused('The request body must be a JSON object.', 'body-unreadable'),
  'body-too-large': {
    status: 413,
    message: 'The request body is larger than {limit} bytes.',
    evidence: 'body-too-large',
  },
  'media-type': {
    status: 415,
    message: 'The Content-Type must be application/json.',
    evidence: 'media-type',
  },
  'field-missing': refused('{field} is required.', 'field-refused'),
  'field-type': refused('{field} must be of type {expected}.', 'field-refused'),
  'field-value': refused('{field} must be one of {allowed}.', 'field-refused'),
  'field-blank': refused('{field} must not be blank.', 'field-refused'),
  'field-too-short': refused('{field} must have at least {limit} characters.', 'field-refused'),
  'field-too-long': refused('{field} must not be longer than {limit} characters.', 'field-refused'),
  'field-malformed': refused('{field} is not valid.', 'field-refused'),
  'parameter-malformed': refused('The query parameter {name} must be {expected}.', 'page-malformed'),
  'token-media-type': {
    status: 415,
    message: 'The Content-Type must be application/x-www-form-urlencoded.',
    evidence: 'token-media-type',
  },
  'token-trailing-slash': {
    ...notFound('There is no resource at {path}.', 'token-trailing-slash'),
    hint: 'The token path has no trailing slash: /rest/oauth/token.',
  },
  'server-error': { status: 500, message: '', evidence: 'server-error' },
  'user-not-found': notFound('There is no user with id {id}.', 'record-not-found'),
  'usergroup-not-found': notFound('There is no user group with id {id}.', 'record-not-found'),
  'project-not-found': notFound('There is no project with id {id}.', 'record-not-found'),
  'member-not-found': notFound('User {userId} is not a member of user group {groupId}.', 'member-not-found'),
  'username-taken': refused('A user with the username {username} already exists.', 'username-taken'),
  'usergroup-name-taken': refused(
    'A user group with the name {name} already exists.',
    'usergroup-name-taken',
  ),
  'already-member': refused('User {userId} already exists in user group {groupId}.', 'member-added-twice'),
  'licence-inactive-refused': refused('licenseType INACTIVE cannot be assigned.', 'licence-inactive-refused'),
  'licences-used-up': refused('All {owned} licenses of type {licenseType} are in use.', 'licences-used-up'),
};

/** An answer of the token endpoint that is not a token [RFC 6749 section 5.2]. */
export interface OAuthMessage {
  readonly status: number;
  readonly error: string;
  readonly description?: string;
  readonly uri?: string;
  readonly evidence: RuleId;
  readonly hint: string;
}

export type OAuthCode =
  | 'no-client'
  | 'wrong-client'
  | 'owner-inactive'
  | 'no-grant'
  | 'unknown-grant'
  | 'oauth-off';

const RFC_6749 = 'https://datatracker.ietf.org/doc/html/rfc6749#section-5.2';
const parameter = { description: 'OAuth 2.0 Parameter: grant_type', uri: RFC_6749 } as const;

/** The token endpoint's errors today. Both tables follow the authorization software that the answers point to [inferred]. */
export const OAUTH_MESSAGES: Readonly<Record<OAuthCode, OAuthMessage>> = {
  'no-client': {
    status: 401,
    error: 'invalid_client',
    evidence: 'token-no-credentials',
    hint: 'No HTTP Basic header; send the client id and secret in one (curl -u ID:SECRET).',
  },
  'wrong-client': {
    status: 401,
    error: 'invalid_client',
    evidence: 'token-wrong-credentials',
    hint: 'The client id or secret is not the one of this tenant.',
  },
  'owner-inactive': {
    status: 401,
    error: 'invalid_client',
    evidence: 'token-owner-refused',
    hint: 'The user {username}, to whom the credentials belong, is inactive.',
  },
  'no-grant': {
    status: 400,
    error: 'invalid_request',
    ...parameter,
    evidence: 'token-no-grant',
    hint: 'grant_type is missing; send grant_type=client_credentials in the form body.',
  },
  'unknown-grant': {
    status: 400,
    error: 'unsupported_grant_type',
    ...parameter,
    evidence: 'token-unknown-grant',
    hint: 'Only grant_type=client_credentials is supported, not {grant}.',
  },
  'oauth-off': {
    status: 401,
    error: 'invalid_client',
    evidence: 'token-no-credentials',
    hint: 'The {profile} profile has no OAuth; use HTTP Basic with a username and password.',
  },
};

/** What the token endpoint said before July 2024, where it differs. */
export const LEGACY_OAUTH_MESSAGES: Readonly<
  Partial<Record<OAuthCode, Pick<OAuthMessage, 'error' | 'description'>>>
> = {
  'no-client': {
    error: 'unauthorized',
    description: 'Full authentication is required to access this resource',
  },
  'wrong-client': { error: 'invalid_client', description: 'Bad client credentials' },
  'owner-inactive': { error: 'invalid_client', description: 'Bad client credentials' },
  'no-grant': { error: 'invalid_request', description: 'Missing grant type' },
  'unknown-grant': { error: 'unsupported_grant_type', description: 'Unsupported grant type: {grant}' },
};

/** Fill the `{name}` placeholders of a text with the details of an error. */
export function fill(text: string, detail: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(detail[name] ?? placeholder));
}

/** A failure on the wire; `send` never sees it, because `failure` turns it into a reply. */
export class WireError extends Error {
  override readonly name = 'WireError';

  constructor(
    readonly code: ErrorCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
