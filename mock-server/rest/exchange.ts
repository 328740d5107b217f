import type { IncomingMessage, ServerResponse } from 'node:http';
import { isInferred, type RuleId } from '../evidence.js';
import type { DueFault } from '../tenant/faults/index.js';
import type { User } from '../tenant/model.js';
import type { Tenant } from '../tenant/tenant.js';

export interface ExchangeParts {
  readonly tenant: Tenant;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The tenant's own address as the client wrote it: `http://localhost:8080/jama`. */
  readonly base: string;
  /** The path below that address, with a leading slash. */
  readonly path: string;
  /** The query with its question mark, or nothing. */
  readonly search: string;
}

/** One request on its way to an answer, with what has been found out about it so far. */
export class Exchange {
  readonly tenant: Tenant;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly base: string;
  readonly path: string;
  readonly search: string;
  readonly method: string;
  /** When it arrived, by the tenant's clock. */
  readonly at: number;
  /** When it arrived, by the stopwatch. */
  readonly startedAt: number;
  /** `v1` or `latest`, once the path is known to be below one of them. */
  version: 'v1' | 'latest' | undefined;
  /** Values of the path's parameters. */
  params: Readonly<Record<string, string>> = {};
  requestBody = '';
  /** The fault that bends this exchange, if one does. */
  fault: DueFault | undefined;
  readonly inferred: RuleId[] = [];
  #caller: User | undefined;
  #query: URLSearchParams | undefined;

  constructor(parts: ExchangeParts) {
    this.tenant = parts.tenant;
    this.request = parts.request;
    this.response = parts.response;
    this.base = parts.base;
    this.path = parts.path;
    this.search = parts.search;
    this.method = parts.request.method ?? 'GET';
    this.at = parts.tenant.clock.now();
    this.startedAt = parts.tenant.stopwatch.now();
  }

  get query(): URLSearchParams {
    this.#query ??= new URLSearchParams(this.search);
    return this.#query;
  }

  /** The address of the API version that was called: `http://localhost:8080/jama/rest/v1`. */
  get api(): string {
    return `${this.base}/rest/${this.version ?? 'v1'}`;
  }

  /** Who is calling; only after authentication. */
  get caller(): User {
    if (this.#caller === undefined) throw new Error('The caller is known only after authentication.');
    return this.#caller;
  }

  set caller(user: User) {
    this.#caller = user;
  }

  /** Note that the answer rests on a rule; guesses are named in the answer's headers. */
  relyOn(rule: RuleId): void {
    if (!isInferred(rule) || this.inferred.includes(rule)) return;
    if (this.tenant.overrides.rules?.[rule] === undefined) this.inferred.push(rule);
  }
}

const EXCHANGE = Symbol('exchange');

interface Carrier {
  [EXCHANGE]?: Exchange;
}

/** Remember the exchange of a request, for handlers that a router calls with the request alone. */
export function attach(exchange: Exchange): void {
  (exchange.request as Carrier)[EXCHANGE] = exchange;
}

export function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = (request as Carrier)[EXCHANGE];
  if (exchange === undefined) throw new Error('The request has no exchange.');
  return exchange;
}
