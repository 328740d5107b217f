import type { RequestListener } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Tenant } from '../tenant/tenant.js';
import { guard } from './guard.js';
import { problem } from './problem.js';
import { describeTenant, tenantRoutes } from './tenant-routes.js';

/** The admin API below `/__admin`: health, and what tests and trainers do to a tenant. */
export function adminApp(tenants: readonly Tenant[]): RequestListener {
  const routes = express.Router();
  routes.get('/health', (_, response) => {
    response.json({ status: 'up', tenants: tenants.map(({ name }) => name) });
  });
  routes.use(guard, express.json());
  routes.get('/tenants', (_, response) => {
    response.json(tenants.map(describeTenant));
  });
  for (const tenant of tenants) routes.use(`/tenants/${tenant.name}`, tenantRoutes(tenant));
  routes.use(({ method, path }: Request, response: Response) => {
    problem(response, 404, 'unknown', `There is nothing for ${method} ${path} in the admin API.`);
  });
  routes.use((error: Error & { status?: number }, _: Request, response: Response, _next: NextFunction) => {
    const { status = 500 } = error;
    problem(
      response,
      status,
      'request-invalid',
      status < 500 ? error.message : 'The request could not be handled.',
    );
  });
  return express().disable('x-powered-by').use('/__admin', routes);
}
