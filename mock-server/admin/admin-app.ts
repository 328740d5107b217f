import type { RequestListener } from 'node:http';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { problemOf } from '../input/check.js';
import type { Tenant } from '../tenant/tenant.js';
import { type Access, refuseLimited, refuseOther } from './access.js';
import { guard } from './guard.js';
import {
  type AdminCall,
  type AdminContext,
  type AdminOperation,
  AdminProblem,
  type TenantCall,
} from './operation.js';
import { SERVER_OPERATIONS, TENANT_OPERATIONS } from './operations/index.js';
import { problemFor, sendProblem } from './problem.js';

type Prepare<Call> = (call: AdminCall) => Call;

/** The admin API below `/__admin`: what tests, trainers and monitoring do to the simulator and its tenants. */
export function adminApp(context: AdminContext): RequestListener {
  const routes = express.Router();
  const mount = <Call extends AdminCall>(
    operation: AdminOperation<Call>,
    path: string,
    prepare: Prepare<Call>,
  ): void => {
    const pattern = `${path}${operation.path}`.replaceAll(/\{(\w+)\}/g, ':$1');
    routes[VERBS[operation.method]](
      pattern,
      (request: Request, response: Response, next: NextFunction) => {
        response.locals.access = operation.open ? 'everything' : admitted(context, operation, request);
        next();
      },
      express.json(),
      async (request: Request, response: Response) => {
        const call = prepare(callOf(context, request, response));
        await refuseWrongBody(operation.body, call.body);
        reply(operation, response, await operation.handle(call));
      },
    );
  };

  for (const operation of SERVER_OPERATIONS) mount(operation, '', (call) => call);
  for (const operation of TENANT_OPERATIONS) mount(operation, '/tenants/{tenant}', withTenant);
  answerTheRest(routes, context);
  return express().disable('x-powered-by').disable('etag').use('/__admin', routes);
}

/** What the caller may use, this operation included. */
function admitted<Call>({ keys }: AdminContext, { whole }: AdminOperation<Call>, request: Request): Access {
  const access = guard(request, keys);
  if (typeof request.params.tenant === 'string') refuseOther(access, request.params.tenant);
  if (whole) refuseLimited(access);
  return access;
}

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

function callOf(context: AdminContext, request: Request, response: Response): AdminCall {
  const { search } = new URL(request.originalUrl, 'http://localhost');
  return {
    context,
    access: response.locals.access as Access,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(search),
    body: request.body as unknown,
    origin: `${request.protocol}://${request.headers.host}`,
    request,
    response,
  };
}

function withTenant(call: AdminCall): TenantCall {
  const { tenant: name = '' } = call.params;
  const tenant: Tenant | undefined = call.context.tenants.list().find((one) => one.name === name);
  if (tenant === undefined) throw new AdminProblem(404, 'tenant-unknown', `There is no tenant "${name}".`);
  return { ...call, tenant };
}

async function refuseWrongBody(schema: object | undefined, body: unknown): Promise<void> {
  if (schema === undefined) return;
  const problem = await problemOf(schema, body ?? {});
  if (problem === undefined) return;
  throw new AdminProblem(
    400,
    'body-invalid',
    `${problem.pointer} ${problem.message}`.trim(),
    problem.pointer,
  );
}

function reply<Call>({ answer }: AdminOperation<Call>, response: Response, result: unknown): void {
  if ('stream' in answer) return;
  response.status(answer.status);
  if ('text' in answer) response.type(answer.text).send(String(result));
  else if (answer.status === 204) response.end();
  else response.json(result);
}

function answerTheRest(routes: Router, { keys }: AdminContext): void {
  routes.use((request: Request) => {
    guard(request, keys);
    const { method, path } = request;
    throw new AdminProblem(
      404,
      'unknown',
      `There is nothing for ${method} ${path}; GET /__admin lists what there is.`,
    );
  });
  routes.use((error: unknown, _: Request, response: Response, _next: NextFunction) => {
    if (response.headersSent) response.destroy();
    else sendProblem(response, problemFor(error));
  });
}
