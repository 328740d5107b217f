import type { NextFunction, Request, Response } from 'express';
import { problem } from './problem.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** Lets only programs of this machine use the admin API: loopback, a local Host, and no page of another origin. */
export function guard(request: Request, response: Response, next: NextFunction): void {
  const { host, origin } = request.headers;
  const local = LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_HOST.test(host ?? '');
  const sameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (local && sameOrigin) next();
  else
    problem(
      response,
      403,
      'not-local',
      'The admin API answers only requests from this machine, sent to a loopback address.',
    );
}
