import type { OpenAPIV3_1 } from 'openapi-types';
import { json, type Paths, responses } from './operation.js';
import { closed, ref, text } from './schemas.js';

const nothing = { type: 'object', additionalProperties: false } as const;

/** The resources that describe the API, and the token endpoint. */
export const OVERVIEW_SCHEMAS: Record<string, OpenAPIV3_1.SchemaObject> = {
  EndpointList: closed({
    meta: ref('Meta'),
    links: nothing,
    data: { type: 'array', minItems: 1, items: text },
  }),
  VersionList: closed({
    meta: ref('Meta'),
    links: nothing,
    data: { type: 'array', minItems: 1, items: closed({ name: text, href: text }) },
  }),
  ApiDocs: {
    type: 'object',
    required: ['swagger', 'info', 'paths', 'definitions'],
    properties: { swagger: { const: '2.0' }, paths: { type: 'object' }, definitions: { type: 'object' } },
  },
  Token: {
    description: 'three fields since July 2024, seven before',
    oneOf: [
      closed({ access_token: text, token_type: { const: 'Bearer' }, expires_in: { type: 'integer' } }),
      closed({
        access_token: text,
        token_type: { const: 'bearer' },
        expires_in: { type: 'integer' },
        scope: { const: 'token_information' },
        application_data: closed({ JAMA_CORE: text }),
        tenant: text,
        jti: text,
      }),
    ],
  },
  TokenError: closed({ error: text, error_description: text, error_uri: text }, [
    'error_description',
    'error_uri',
  ]),
};

/** Paths below a version. */
export const OVERVIEW_PATHS: Paths = {
  '/': {
    get: {
      operationId: 'listEndpoints',
      tags: ['overview'],
      summary: 'List the endpoints',
      responses: responses({ 200: json('names of endpoints', 'EndpointList') }),
    },
  },
  '/api-docs': {
    get: {
      operationId: 'readApiDocs',
      tags: ['overview'],
      summary: 'Read the Swagger 2.0 description',
      responses: responses({ 200: json('the description, without an envelope', 'ApiDocs') }),
    },
  },
};

const aboveVersions = [{ url: '{base}', variables: { base: { default: 'http://localhost:8080/jama' } } }];

/** Paths above the versions; they have a server of their own. */
export const ROOT_PATHS: Paths = {
  '/rest': {
    servers: aboveVersions,
    get: {
      operationId: 'listVersions',
      tags: ['overview'],
      summary: 'List the versions of the API',
      responses: responses({ 200: json('versions', 'VersionList') }),
    },
  },
  '/rest/oauth/token': {
    servers: aboveVersions,
    post: {
      operationId: 'issueToken',
      tags: ['token'],
      summary: 'Exchange client credentials for an access token',
      security: [{ client: [] }],
      parameters: [{ name: 'grant_type', in: 'query', schema: { const: 'client_credentials' } }],
      requestBody: {
        content: {
          'application/x-www-form-urlencoded': {
            schema: { type: 'object', properties: { grant_type: { const: 'client_credentials' } } },
          },
        },
      },
      responses: {
        200: json('a token', 'Token'),
        400: json('the grant type is missing or unknown', 'TokenError'),
        401: json('the client is not known', 'TokenError'),
        413: json('the body is too large', 'Error'),
        415: json('the body is not a form', 'Error'),
        429: json('too many calls', 'Error'),
        500: json('the server failed', 'Error'),
      },
    },
  },
};
