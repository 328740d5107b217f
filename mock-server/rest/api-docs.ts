import type { Exchange } from './exchange.js';
import type { Operation } from './operation.js';
import type { Reply } from './reply.js';
import { swaggerDefinitions } from './swagger-definitions.js';
import { swaggerPaths, tagOf } from './swagger-paths.js';
import { wireText } from './wire-text.js';

/** The Swagger 2.0 description of one version, made from the table of operations [documented]. */
export function apiDocs(exchange: Exchange, operations: readonly Operation[]): Reply {
  // Not as a URL: the host is what the client wrote, and may be none.
  const [, scheme = 'http', host = '', basePath = ''] = /^(\w+):\/\/([^/]*)(.*)$/.exec(exchange.api) ?? [];
  const document = {
    swagger: '2.0',
    info: {
      title: 'Jama REST API',
      version: exchange.version,
      description: 'The part of the API that this simulated tenant serves: users, user groups and projects.',
    },
    host,
    basePath,
    tags: [...new Set(operations.map(tagOf))].map((name) => ({ name })),
    schemes: [scheme],
    paths: swaggerPaths(operations),
    securityDefinitions: {
      basic: { type: 'basic' },
      oauth2: {
        type: 'oauth2',
        flow: 'password',
        tokenUrl: `${exchange.base}/rest/oauth/token`,
        scopes: { token_information: 'use of the API' },
      },
    },
    security: [{ basic: [] }, { oauth2: ['token_information'] }],
    definitions: swaggerDefinitions(operations),
  };
  return { status: 200, body: wireText(JSON.stringify(document)) };
}
