import type { IncomingMessage, ServerResponse } from 'node:http';
import Router from 'router';
import type { Exchange } from './exchange.js';
import { exchangeOf } from './exchange.js';
import { WireError } from './messages.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import type { Reply } from './reply.js';
import { NO_BODY } from './wire-text.js';

type Answer = (exchange: Exchange, work: () => Reply | Promise<Reply>) => void;
type Route = (request: IncomingMessage, response: ServerResponse, done: (error?: unknown) => void) => void;

/**
 * Routes a request below a version to its operation. `answer` is given the work, and answers with what it returns or throws.
 * A path without an operation throws `path-unknown`, a method without one `method-not-allowed`.
 */
export function restRouter(answer: Answer): Route {
  const router = Router();
  for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
    const operations = OPERATIONS.filter((operation) => operation.path === path);
    const route = router.route(pattern(path));
    for (const operation of operations) {
      route[VERBS[operation.method]]((request) => {
        const exchange = exchangeOf(request);
        exchange.params = request.params as Record<string, string>;
        answer(exchange, () => operation.handle(exchange));
      });
    }
    route.all((request) => answer(exchangeOf(request), () => otherMethod(exchangeOf(request), operations)));
  }
  return (request, response, done) => {
    request.url = request.url?.startsWith('/') ? request.url : `/${request.url ?? ''}`;
    router(request, response, done);
  };
}

const PATTERNS: readonly RegExp[] = [...new Set(OPERATIONS.map(({ path }) => path))].map(pattern);

/** Whether a path below a version is one of the API. */
export function isResource(path: string): boolean {
  return PATTERNS.some((one) => one.test(path));
}

/** A path of the table as the router's pattern; written out, because compiling it from text costs every start 25 ms. */
function pattern(path: string): RegExp {
  const source = path.replace(/\/$/, '').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}/?$`);
}

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** OPTIONS tells what is allowed, every other method is refused with it [both inferred]. */
function otherMethod(exchange: Exchange, operations: readonly Operation[]): Reply {
  const methods = operations.map(({ method }) => method);
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (exchange.method !== 'OPTIONS')
    throw new WireError('method-not-allowed', { method: exchange.method, allow });
  exchange.relyOn('options-answer');
  return { status: 200, body: NO_BODY, headers: ['allow', allow] };
}
