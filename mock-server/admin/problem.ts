import type { Response } from 'express';

/** Answer an error of the admin API as application/problem+json [RFC 9457]. */
export function problem(response: Response, status: number, code: string, detail: string): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `about:blank#${code}`, code, status, detail }));
}
