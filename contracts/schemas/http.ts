import { anyObject, anything, type JsonSchema, object, text, texts } from './schema.js';

/** Success and failure conditions: `statusCode`, and paths of the answer with the values that count. */
export const conditions: JsonSchema = {
  type: 'object',
  properties: { statusCode: { type: 'array', items: { type: ['number', 'string'] } } },
};

/** The request of an import call. */
export const http: JsonSchema = object(
  {
    url: text,
    httpMethod: { type: 'string' },
    httpHeaders: anyObject,
    httpContentType: text,
    httpParams: anything,
  },
  ['url', 'httpMethod'],
);

/** The part of an authentication that asks for a token, and the test of a connection. */
export const testConnection: JsonSchema = object(
  {
    http,
    successResponse: anything,
    successResponses: anything,
    successResponsePath: text,
    errors: texts,
    errorPath: text,
  },
  ['http'],
);
