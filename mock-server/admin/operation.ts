import type { Request, Response } from 'express';
import type { Tenant } from '../tenant/tenant.js';
import type { Tenants } from '../tenants.js';
import type { Access, Keys } from './access.js';

/** What the admin API works on. */
export interface AdminContext {
  readonly tenants: Tenants;
  /** The tokens that let requests in, from elsewhere too. */
  readonly keys: Keys;
  /** Aborted when the simulator stops: streams end and readiness says no. */
  readonly stopping: AbortSignal;
}

/** One request to the admin API; the body is as its schema says. */
export interface AdminCall<Body = unknown> {
  readonly context: AdminContext;
  readonly access: Access;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** Where the simulator was reached: `http://localhost:8080`. */
  readonly origin: string;
  readonly request: Request;
  readonly response: Response;
}

export interface TenantCall<Body = unknown> extends AdminCall<Body> {
  readonly tenant: Tenant;
}

/** What an operation answers: JSON of this schema, nothing, a text, or a stream that `handle` writes itself. */
export type AdminAnswer =
  | { readonly status: 200 | 201; readonly schema: object }
  | { readonly status: 204 }
  | { readonly status: 200; readonly text: string }
  | { readonly status: 200; readonly stream: string };

export interface AdminParameter {
  readonly name: string;
  readonly schema: object;
  readonly description: string;
}

/** One operation of the admin API: routing, checks of bodies and the OpenAPI document all come from these. */
export interface AdminOperation<Call> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below `/__admin`, or below `/__admin/tenants/{tenant}`, with `{name}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: readonly AdminParameter[];
  /** JSON Schema of the body; without one the body is not looked at. */
  readonly body?: object;
  readonly answer: AdminAnswer;
  /** Answers requests from anywhere, as health checks need it. */
  readonly open?: true;
  /** Concerns the whole simulator: a token that is limited to some tenants does not reach it. */
  readonly whole?: true;
  readonly handle: (call: Call) => unknown;
}

/** The tenants that the caller may use. */
export function reachedBy({ context, access }: AdminCall): readonly Tenant[] {
  const all = context.tenants.list();
  return access === 'everything' ? all : all.filter(({ name }) => access.has(name));
}

/** An operation whose body has a type. */
export function tenantOperation<Body = undefined>(
  operation: AdminOperation<TenantCall<Body>>,
): AdminOperation<TenantCall> {
  return { ...operation, handle: (call) => operation.handle(call as TenantCall<Body>) };
}

/** A request that the admin API refuses. */
export class AdminProblem extends Error {
  override readonly name = 'AdminProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** JSON pointer into the body. */
    readonly pointer?: string,
  ) {
    super(message);
  }
}
