import type { Response } from 'express';
import { AdminProblem } from './operation.js';

/** Answer an error of the admin API as application/problem+json [RFC 9457]. */
export function sendProblem(response: Response, { status, code, message, pointer }: AdminProblem): void {
  const place = pointer === undefined ? {} : { pointer };
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `about:blank#${code}`, code, status, detail: message, ...place }));
}

/** What went wrong, in the admin API's words; an error of the simulator itself says nothing about its insides. */
export function problemFor(error: unknown): AdminProblem {
  if (error instanceof AdminProblem) return error;
  if (!(error instanceof Error)) return unexpected();
  if ('remedy' in error && 'code' in error)
    return new AdminProblem(400, String(error.code), `${error.message} ${error.remedy}`);
  const status = 'status' in error ? Number(error.status) : 500;
  return status < 500 ? new AdminProblem(status, 'request-invalid', error.message) : unexpected();
}

const unexpected = (): AdminProblem =>
  new AdminProblem(500, 'server-error', 'The request could not be handled.');
