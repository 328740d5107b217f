import type { BodySchema } from './body-schemas.js';
import type { Exchange } from './exchange.js';
import { jsonBody } from './json-body.js';
import type { Reply } from './reply.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface QueryParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly repeatable?: boolean;
}

/** What an operation answers when it succeeds. */
export type Result =
  | { readonly kind: 'one' | 'list'; readonly of: 'User' | 'UserGroup' | 'Project' }
  | { readonly kind: 'created' | 'updated' | 'deleted' | 'names' | 'document' };

/** One operation of the API: routing, 405, the list of endpoints and api-docs all come from these. */
export interface Operation {
  readonly method: Method;
  /** Path below the version, with `{name}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  readonly body?: BodySchema<unknown>;
  readonly result: Result;
  readonly handle: (exchange: Exchange) => Reply | Promise<Reply>;
}

interface Write<T> extends Omit<Operation, 'handle' | 'body'> {
  readonly body: BodySchema<T>;
  readonly handle: (exchange: Exchange, body: T) => Reply;
}

/** An operation that reads its body before it is handled. */
export function write<T>({ handle, ...operation }: Write<T>): Operation {
  return {
    ...operation,
    handle: async (exchange) => handle(exchange, await jsonBody(exchange, operation.body)),
  };
}

export const INCLUDE: QueryParameter = {
  name: 'include',
  type: 'string',
  repeatable: true,
  description: 'names of links whose records are wanted in linked',
};

export const PAGING: readonly QueryParameter[] = [
  { name: 'startAt', type: 'integer', description: 'position of the first record, 0 by default' },
  { name: 'maxResults', type: 'integer', description: 'records a page: 20 by default, 50 at most' },
  INCLUDE,
];
