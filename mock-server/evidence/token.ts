import type { Evidence } from '../evidence.js';

/** The token endpoint and what tokens are. */
export const TOKEN_EVIDENCE = [
  {
    id: 'token-three-fields',
    statement: 'Since July 2024 the token answer is access_token, token_type "Bearer" and expires_in.',
    grade: 'documented',
    source: 'support article 28494782947085',
  },
  {
    id: 'token-seven-fields',
    statement:
      'Before July 2024 it also had scope, application_data, tenant and jti, and token_type "bearer".',
    grade: 'documented',
    source: 'support articles 20466885006861 and 28494782947085',
  },
  {
    id: 'token-lifetime',
    statement: 'A token lives 3600 seconds; the seven-field answer counts the second that has begun (3599).',
    grade: 'documented',
    source: 'support article 20466885006861, text and sample',
  },
  {
    id: 'token-claims',
    statement: 'A token is an RS256 JWT with scope, exp, application_data, jti, tenant and client_id.',
    grade: 'documented',
    source: 'decoded sample of 2023 in support article 20466885006861',
  },
  {
    id: 'token-many-valid',
    statement: 'A new token does not end an older one.',
    grade: 'inferred',
    source: 'public clients ask for several; nothing published',
  },
  {
    id: 'token-query-grant',
    statement: 'grant_type may stand in the query string instead of the body.',
    grade: 'observed',
    source: 'a public Python client in use',
  },
  {
    id: 'token-wrong-credentials',
    statement: 'Wrong client credentials answer 401 with an OAuth error.',
    grade: 'inferred',
    source:
      "the status is in the vendor's Python client; the body follows the software that seems to be used",
  },
  {
    id: 'token-no-credentials',
    statement: 'A token request without HTTP Basic answers 401 with an OAuth error.',
    grade: 'inferred',
    source: 'nothing published; follows the software that seems to be used',
  },
  {
    id: 'token-no-grant',
    statement: 'A token request without grant_type answers 400 invalid_request.',
    grade: 'inferred',
    source: 'nothing published; follows the software that seems to be used',
  },
  {
    id: 'token-unknown-grant',
    statement: 'A grant_type other than client_credentials answers 400 unsupported_grant_type.',
    grade: 'inferred',
    source: 'nothing published; follows the software that seems to be used',
  },
  {
    id: 'token-owner-refused',
    statement: 'Credentials whose owner is inactive answer 401 like wrong credentials.',
    grade: 'inferred',
    source: 'that the owner must be active is documented, the answer is not on record',
  },
  {
    id: 'token-media-type',
    statement: 'A token request with a body that is not a form answers 415.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'token-trailing-slash',
    statement: 'The token path with a trailing slash answers 404.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'token-owner',
    statement: 'A token acts for the owner of the credentials, who must be active and licensed.',
    grade: 'documented',
    source: 'support article 20466885006861',
  },
  {
    id: 'token-no-refresh',
    statement: 'There is no refresh token; a client asks for a new one.',
    grade: 'documented',
    source: 'support article 28494782947085',
  },
  {
    id: 'token-scope',
    statement: 'A scope in the token request is accepted and changes nothing.',
    grade: 'observed',
    source: 'public clients in use send one, others do not',
  },
  {
    id: 'credentials-shape',
    statement: 'A client id has 15 characters of a-z and 0-9, a secret 25.',
    grade: 'documented',
    source: 'sample in support article 20466885006861',
  },
] as const satisfies readonly Evidence[];
