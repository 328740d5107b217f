import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';
import supertest from 'supertest';
import { createSimulatorApp, type Tenant, type TenantChoices } from '../../mock-server/index.js';

/** 3 July 2025, 17:43:03.807 UTC: the time at which tests take place. */
export const NOW = 1_751_564_583_807;

export interface Envelope {
  readonly meta: {
    readonly status: string;
    readonly timestamp: string;
    readonly message?: string;
    readonly location?: string;
    readonly id?: number;
    readonly pageInfo?: { startIndex: number; resultCount: number; totalResults: number };
  };
  readonly links?: Record<string, { type: string; href: string }>;
  readonly linked?: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly text: string;
  /** The body as JSON; an empty object if there is none. */
  readonly json: Envelope;
  readonly data: Readonly<Record<string, unknown>>;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** The inferred rules that the answer names. */
  readonly inferred: readonly string[];
}

export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without the tenant's token. */
  readonly anonymous?: boolean;
}

export interface TenantUnderTest {
  readonly tenant: Tenant;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Send a request with a token of the tenant; `path` is below the tenant's base. */
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
}

const open: Server[] = [];

afterAll(async () => {
  await Promise.all(open.map((server) => new Promise((closed) => server.close(closed))));
});

/** A tenant on a port of its own. */
export async function tenantUnderTest(choices: TenantChoices = {}): Promise<TenantUnderTest> {
  const { handler, tenant, credentials } = createSimulatorApp({ clock: { now: () => NOW }, ...choices });
  const server = createServer(handler);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(server);
  const { port } = server.address() as AddressInfo;
  const client = supertest(server);
  let token: string | undefined;

  async function bearer(): Promise<string> {
    token ??= (await tenant.tokens.issue(credentials, tenant.owner.username)).accessToken;
    return `Bearer ${token}`;
  }

  return {
    tenant,
    credentials,
    origin: `http://127.0.0.1:${port}`,
    async call(method, path, { body, headers = {}, anonymous = false } = {}) {
      const request = client[method.toLowerCase() as 'get'](`/jama${path}`).ok(() => true);
      if (!anonymous) request.set('authorization', await bearer());
      if (body !== undefined) request.set('content-type', 'application/json');
      for (const [name, value] of Object.entries(headers)) request.set(name, value);
      const response = await (body === undefined
        ? request
        : request.send(typeof body === 'string' ? body : JSON.stringify(body)));
      const { status, text = '' } = response;
      const json = (text === '' ? {} : JSON.parse(text)) as Envelope;
      return {
        status,
        text,
        json,
        headers: response.headers,
        cookies: response.get('Set-Cookie') ?? [],
        data: json.data as Record<string, unknown>,
        records: json.data as Record<string, unknown>[],
        inferred: response.headers['x-jama-sim-inferred']?.split(',') ?? [],
      };
    },
  };
}
