import { pointerTo } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import type { Rule } from '../rule.js';

/** What EIC needs to fetch a token, and the first value of the placeholder [documented: developer portal]. */
const needed = [
  'url',
  'httpMethod',
  'httpParams',
  'httpHeaders',
  'httpContentType',
  'tokenResponsePath',
  'accessToken',
];

/** What may be left out, and what is not certain then. */
const useful = [
  ['maxRefreshTryCount', 'How often EIC fetches a new token for one call is not documented then.'],
  ['testConnectionParams', 'Save & Test Connection can only try whether a token is to be had.'],
] as const;

const complete = {
  authType: 'oauth2',
  url: 'http://localhost:8080/jama/rest/oauth/token',
  httpMethod: 'POST',
  httpParams: { grant_type: 'client_credentials' },
  httpHeaders: { Authorization: 'Basic AUTHORIZATION' },
  httpContentType: 'application/x-www-form-urlencoded',
  retryFailureStatusCode: [401],
  tokenResponsePath: 'access_token',
  tokenType: 'Bearer',
  accessToken: 'Bearer initial',
  maxRefreshTryCount: 3,
  testConnectionParams: {
    http: {
      url: 'http://localhost:8080/jama/rest/v1/users/current',
      httpHeaders: { Authorization: '${access_token}' },
      httpMethod: 'GET',
    },
    successResponses: ['OK'],
    successResponsePath: 'meta.status',
  },
};
const { tokenResponsePath: _left, ...incomplete } = complete;

export const tokenSettingsMissing: Rule = {
  id: 'token-settings-missing',
  severity: 'error',
  title: 'An authentication lacks something that EIC needs to fetch a token.',
  why: 'The first token cannot be fetched, or not replaced when it ends; every call after that is refused.',
  example: {
    trips: { ConnectionJSON: { authentications: { acctAuth: incomplete } } },
    passes: { ConnectionJSON: { authentications: { acctAuth: complete } } },
  },
  *check({ package: connectionPackage, target }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      if (entry.authType !== 'oauth2' || entry.url === undefined) continue;
      for (const key of needed.filter((one) => entry[one] === undefined)) {
        yield {
          place: document.place(pointerTo('/authentications', name, key)),
          message: `"${name}" has no "${key}".`,
          remedy: target.example
            ? `Add "${key}"; ${target.example} has one for ${target.name}.`
            : `Add "${key}".`,
        };
      }
      for (const [key, because] of useful) {
        if (entry[key] !== undefined) continue;
        yield {
          place: document.place(pointerTo('/authentications', name, key)),
          severity: 'info',
          message: `"${name}" has no "${key}".`,
          because,
          remedy: `Add "${key}", if you want to be sure.`,
        };
      }
    }
  },
};
