import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { bearerToken } from '../rest/authorization.js';
import { AdminProblem } from './operation.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Lets programs of this machine use the admin API (loopback, and a Host that names it), and others with the admin token; never
 * a page of another origin. Throws `AdminProblem`: `other-origin`, `not-local` or `token-refused`.
 */
export function guard(request: Request, adminToken: string | undefined): void {
  const { host, origin, authorization } = request.headers;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host)) {
    throw new AdminProblem(403, 'other-origin', 'The admin API does not answer pages of another origin.');
  }
  if (LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_HOST.test(host ?? '')) return;
  if (adminToken === undefined) {
    throw new AdminProblem(
      403,
      'not-local',
      'The admin API answers only requests from this machine, sent to a loopback address. Start with --admin-token to use it from elsewhere.',
    );
  }
  if (!isSame(bearerToken(authorization) ?? '', adminToken)) {
    throw new AdminProblem(401, 'token-refused', 'Send the admin token: Authorization: Bearer TOKEN.');
  }
}

/** Compares in constant time; the digests make both sides equally long. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
