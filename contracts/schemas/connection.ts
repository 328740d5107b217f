import { testConnection } from './http.js';
import { anyObject, anything, flag, type JsonSchema, list, number, object, text, texts } from './schema.js';

/** `Bearer` is not documented, but a community answer has it work like oauth2. */
const authTypes = [
  'oauth2',
  'Basic',
  'BasicWithAccessToken',
  'BasicWithHmac',
  'cookies',
  'SignedHeaders',
  'Jwt',
  'Bearer',
];

const authentication = object(
  {
    authType: { enum: authTypes },
    url: text,
    httpMethod: text,
    httpParams: { type: ['object', 'string'] },
    httpHeaders: anyObject,
    httpContentType: text,
    properties: anyObject,
    accessToken: text,
    tokenType: text,
    tokenResponsePath: text,
    authHeaderName: text,
    errorPath: text,
    authError: texts,
    expiryError: text,
    timeOutError: text,
    retryFailureStatusCode: list,
    maxRefreshTryCount: number,
    refreshType: text,
    refreshToken: text,
    refreshTokenFlag: anything,
    refreshTokenResponsePath: text,
    refreshTokenAuthError: texts,
    refreshTokenErrorPath: text,
    refreshTokenCall: anyObject,
    testConnectionParams: testConnection,
    maskInLogs: texts,
    cleanUpTextContent: flag,
    apiRateLimitConfig: object({ retryAfterCalls: number, retryWaitSeconds: number }),
    ssl: anyObject,
    jwtConfig: anyObject,
    httpParamsName: text,
    cookies: anything,
    testname: text,
    expiryDate: anything,
  },
  ['authType'],
);

/** ConnectionJSON: the authentications of a connection [documented: developer portal]. */
export const connectionSchema: JsonSchema = object(
  {
    authentications: {
      type: 'object',
      properties: { testConnectionParams: testConnection },
      additionalProperties: authentication,
      minProperties: 1,
    },
  },
  ['authentications'],
);
