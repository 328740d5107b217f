import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenAPIV3_1 } from 'openapi-types';
import { openapi } from './document.js';
import { findOperation, type OperationMatch } from './find-operation.js';

/** A response to be judged. `path` is below the tenant's base: `/rest/v1/users`. */
export interface ObservedResponse {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** What is wrong with a response; no entries if it is as described. */
export type ResponseValidator = (response: ObservedResponse) => readonly string[];

export interface ValidatorChoices {
  /** Statuses of errors that any operation may answer with, beside those of the document. */
  readonly moreStatuses?: ReadonlySet<number>;
}

/**
 * Makes a function that compares responses with the OpenAPI document: the operation's statuses, content type and body. What
 * is no operation of the document must be answered with an error envelope.
 */
export function createResponseValidator({
  moreStatuses = new Set(),
}: ValidatorChoices = {}): ResponseValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'openapi', components: openapi.components });

  function bodyProblems(schema: string, { method, body }: ObservedResponse): string[] {
    if (method === 'HEAD') return [];
    const parsed = parse(body);
    if (parsed === undefined) return [`the body is not JSON: ${body.slice(0, 80)}`];
    const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`);
    if (validate === undefined) throw new Error(`The OpenAPI document has no schema ${schema}.`);
    return validate(parsed.value) ? [] : (validate.errors ?? []).map(problemOf);
  }

  return (response) => {
    const { method, status, body } = response;
    if (method === 'OPTIONS' && status === 200) return body === '' ? [] : ['OPTIONS answers without a body'];
    const match = findOperation(openapi, response);
    if (match === undefined && status < 400)
      return [`${method} ${response.path} is no operation, but answered ${status}`];
    // An error that the document does not have is held against that of the 401, which every operation has.
    const known = match?.operation.responses?.[status] !== undefined || !moreStatuses.has(status);
    const schema = match === undefined ? 'Error' : schemaOf(match, known ? status : 401);
    if (schema === undefined)
      return [`${match?.operation.operationId} does not document the status ${status}`];
    return schema === null
      ? unexpectedBody(response)
      : [...mediaTypeProblems(response), ...bodyProblems(schema, response)];
  };
}

function unexpectedBody({ status, body }: ObservedResponse): string[] {
  return body === '' ? [] : [`a ${status} has no body, but there was ${body.length} bytes`];
}

function mediaTypeProblems({ contentType }: ObservedResponse): string[] {
  return contentType === 'application/json'
    ? []
    : [`the content type is ${contentType}, not application/json`];
}

/** The name of the schema of an answer, null if it has no body, undefined if the status is not documented. */
function schemaOf({ operation }: OperationMatch, status: number): string | null | undefined {
  const response = operation.responses?.[status] as OpenAPIV3_1.ResponseObject | undefined;
  if (response === undefined) return undefined;
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return null;
  return '$ref' in schema ? schema.$ref?.split('/').at(-1) : undefined;
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const problemOf = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || 'the body'} ${message} ${JSON.stringify(params)}`;
