import type { Request } from 'express';
import { bearerToken } from '../rest/authorization.js';
import type { Access, Keys } from './access.js';
import { AdminProblem } from './operation.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Says what a caller of the admin API may use. Whoever sends a token is judged by it; without one, programs of this machine
 * (loopback, and a Host that names it) may use everything, and others nothing. A page of another origin is always refused.
 * Throws `AdminProblem`: `other-origin`, `not-local` or `token-refused`.
 */
export function guard(request: Request, keys: Keys): Access {
  const { host, origin, authorization } = request.headers;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host)) {
    throw new AdminProblem(403, 'other-origin', 'The admin API does not answer pages of another origin.');
  }
  const token = keys.size === 0 ? undefined : bearerToken(authorization);
  if (token !== undefined) {
    const access = keys.accessOf(token);
    if (access !== undefined) return access;
    throw refused('This token is none that the simulator knows.');
  }
  if (LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_HOST.test(host ?? '')) return 'everything';
  if (keys.size > 0) throw refused('There is no token.');
  throw new AdminProblem(
    403,
    'not-local',
    'The admin API answers only requests from this machine, sent to a loopback address. Start with --admin-token to use it from elsewhere.',
  );
}

const refused = (why: string): AdminProblem =>
  new AdminProblem(401, 'token-refused', `${why} Send the admin token: Authorization: Bearer TOKEN.`);
