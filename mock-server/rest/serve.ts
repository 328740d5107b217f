import { authenticate } from '../middleware/authenticate.js';
import { applyFaults } from '../middleware/faults.js';
import { throttle } from '../middleware/throttle.js';
import { versions } from './endpoints.js';
import { failureOf } from './envelope.js';
import { attach, type Exchange } from './exchange.js';
import { WireError } from './messages.js';
import type { Reply } from './reply.js';
import { isResource, restRouter } from './router.js';
import { cut, send } from './send.js';
import { token } from './token.js';
import { NO_BODY } from './wire-text.js';

const VERSION = /^\/rest\/(v1|latest)(?=\/|$)/;

/** What is told of an error that is ours, not the client's. */
export type ErrorListener = (error: unknown) => void;

/** Makes the function that answers every exchange: rate limit, faults, credentials, routing, in this order. */
export function restService(onError: ErrorListener): (exchange: Exchange) => void {
  const route = restRouter(answer);

  function answer(exchange: Exchange, work: () => Reply | Promise<Reply>): void {
    try {
      const reply = work();
      if (reply instanceof Promise)
        reply.then((late) => finish(exchange, late)).catch((error) => fail(exchange, error));
      else finish(exchange, reply);
    } catch (error) {
      fail(exchange, error);
    }
  }

  /** A change is kept before it is answered. */
  function finish(exchange: Exchange, reply: Reply): void {
    if (exchange.method === 'GET' || exchange.method === 'HEAD') send(exchange, reply);
    else
      exchange.tenant
        .saved()
        .then(() => send(exchange, reply))
        .catch((error) => fail(exchange, error));
  }

  function fail(exchange: Exchange, error: unknown): void {
    const reply = failureOf(exchange, error);
    if (reply.status >= 500) onError(error);
    send(exchange, reply);
  }

  function dispatch(exchange: Exchange): void {
    const { path, request, response } = exchange;
    try {
      const work = workBesideTheRoutes(exchange);
      if (work !== undefined) answer(exchange, work);
      else
        route(request, response, (error) => fail(exchange, error ?? new WireError('path-unknown', { path })));
    } catch (error) {
      fail(exchange, error);
    }
  }

  async function dispatchWithFaults(exchange: Exchange): Promise<void> {
    const outcome = await applyFaults(exchange);
    if (outcome === 'none') dispatch(exchange);
    else if (outcome === 'cut') cut(exchange);
    else send(exchange, outcome);
  }

  return (exchange) => {
    attach(exchange);
    if (exchange.method === 'HEAD') exchange.relyOn('head-answer');
    const refusal = throttle(exchange);
    if (refusal !== undefined) send(exchange, refusal);
    else if (exchange.tenant.faults.size === 0) dispatch(exchange);
    else dispatchWithFaults(exchange).catch((error) => fail(exchange, error));
  };
}

/**
 * Checks a request before it is routed, and points it at its version. Gives the work of the two resources that stand above
 * the versions, the token endpoint and the list of versions.
 */
function workBesideTheRoutes(exchange: Exchange): (() => Reply | Promise<Reply>) | undefined {
  const { method, path, request, search } = exchange;
  if (path === '/rest/oauth/token' || path === '/rest/oauth/token/') return () => token(exchange);
  if (path.includes('//')) throw new WireError('path-empty-segment', { path });
  if (path.includes('%')) checkEncoding(path);
  const version = VERSION.exec(path);
  exchange.version = version?.[1] as Exchange['version'];
  if (method !== 'OPTIONS' && path.startsWith('/rest')) authenticateFirst(exchange);
  if (path === '/rest' || path === '/rest/') return () => versionsOf(exchange);
  if (version === null) throw new WireError('path-unknown', { path });
  request.url = path.slice(version[0].length) + search;
  return undefined;
}

/** Credentials come before the path: that a path which is none answers 401 as well is a guess. */
function authenticateFirst(exchange: Exchange): void {
  try {
    authenticate(exchange);
  } catch (error) {
    const below = exchange.path.replace(VERSION, '');
    const known = exchange.version === undefined ? /^\/rest\/?$/.test(exchange.path) : isResource(below);
    if (!known) exchange.relyOn('authentication-first');
    throw error;
  }
}

function versionsOf(exchange: Exchange): Reply {
  const { method } = exchange;
  if (method === 'OPTIONS') return { status: 200, body: NO_BODY, headers: ['allow', 'GET, HEAD, OPTIONS'] };
  if (method !== 'GET' && method !== 'HEAD') {
    throw new WireError('method-not-allowed', { method, allow: 'GET, HEAD, OPTIONS' });
  }
  return versions(exchange);
}

function checkEncoding(path: string): void {
  try {
    decodeURIComponent(path);
  } catch {
    throw new WireError('path-malformed');
  }
}
