import type { RequestListener } from 'node:http';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { refuseLimited } from './admin/access.js';
import { guard } from './admin/guard.js';
import { type AdminContext, AdminProblem } from './admin/operation.js';
import { problemFor, sendProblem } from './admin/problem.js';
import { type Extension, ExtensionProblem } from './extensions.js';

/** Serves an extension behind the guard of the admin API; what it refuses is answered as the admin API answers. */
export async function extensionApp(
  { path, bodyLimit, load, heedsAccess = false }: Extension,
  { keys, stopping }: Pick<AdminContext, 'keys' | 'stopping'>,
): Promise<RequestListener> {
  const routes = express.Router();
  routes.use((request: Request, response: Response, next: NextFunction) => {
    const access = guard(request, keys);
    if (!heedsAccess) refuseLimited(access);
    response.locals.access = access;
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });
  routes.use(express.json(bodyLimit === undefined ? {} : { limit: bodyLimit }));
  routes.use((await load({ stopping })) as RequestHandler);
  routes.use(({ method, originalUrl }: Request) => {
    throw new AdminProblem(404, 'unknown', `There is nothing for ${method} ${originalUrl}.`);
  });
  routes.use((error: unknown, _: Request, response: Response, _next: NextFunction) => {
    if (response.headersSent) response.destroy();
    else sendProblem(response, problemOf(error));
  });
  return express().disable('x-powered-by').disable('etag').use(path, routes);
}

function problemOf(error: unknown): AdminProblem {
  if (error instanceof ExtensionProblem) return new AdminProblem(error.status, error.code, error.message);
  return problemFor(error);
}
