import { version } from '../version.js';
import type { AdminAnswer, AdminOperation } from './operation.js';
import { SERVER_OPERATIONS, TENANT_OPERATIONS } from './operations/index.js';
import { ANSWERS, answer } from './schemas.js';

export interface AdminOpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly components: Readonly<Record<'schemas' | 'securitySchemes', Readonly<Record<string, object>>>>;
  readonly [rest: string]: unknown;
}

/** The OpenAPI 3.1 document of the admin API, made from the table that its routes come from. */
export function adminOpenApi(origin: string): AdminOpenApi {
  const paths: Record<string, Record<string, object>> = {};
  const add = <Call>(operation: AdminOperation<Call>, above: string, tag: string): void => {
    const path = `${above}${operation.path}`.replace(/(.)\/$/, '$1');
    const ofPath = paths[path] ?? {};
    paths[path] = ofPath;
    ofPath[operation.method.toLowerCase()] = describe(operation, path, tag);
  };
  for (const operation of SERVER_OPERATIONS) add(operation, '', 'simulator');
  for (const operation of TENANT_OPERATIONS) add(operation, '/tenants/{tenant}', 'tenant');
  return {
    openapi: '3.1.0',
    info: {
      title: 'jama-sim admin API',
      version: version(),
      description: 'What tests, trainers and monitoring do to a simulator and its tenants.',
    },
    servers: [{ url: `${origin}/__admin` }],
    security: [{}, { adminToken: [] }],
    paths,
    components: {
      schemas: ANSWERS,
      securitySchemes: {
        adminToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'needed from other machines only; one may be limited to some tenants',
        },
      },
    },
  };
}

function describe<Call>(operation: AdminOperation<Call>, path: string, tag: string): object {
  const { operationId, summary, body, query = [], open, whole } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...query.map((parameter) => ({ ...parameter, in: 'query' })),
  ];
  return {
    operationId,
    summary,
    ...(whole ? { description: 'Not for a token that is limited to some tenants.' } : {}),
    tags: [tag],
    ...(open ? { security: [{}] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      [operation.answer.status]: { description: 'done', ...contentOf(operation.answer) },
      default: {
        description: 'what is wrong',
        content: { 'application/problem+json': { schema: answer('Problem') } },
      },
    },
  };
}

function contentOf(given: AdminAnswer): object {
  if ('schema' in given) return { content: { 'application/json': { schema: given.schema } } };
  if ('text' in given) return { content: { [mediaTypeOf(given.text)]: { schema: { type: 'string' } } } };
  return 'stream' in given ? { content: { [given.stream]: { schema: { type: 'string' } } } } : {};
}

const mediaTypeOf = (contentType: string): string => contentType.split(';', 1)[0] ?? contentType;
