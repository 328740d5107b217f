import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulatorApp, type Tenant, type TenantChoices } from '../../../mock-server/index.js';
import { httpCall } from '../../../mock-server/record/http-call.js';

/** A tenant that differs from the simulator on purpose, behind a server of its own. */
export interface DeviatingTenant {
  /** Below a path that is the name of an organization. */
  readonly url: string;
  readonly tenant: Tenant;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** Methods and paths of what it was asked. */
  readonly asked: string[];
  close(): Promise<void>;
}

export interface Deviation extends TenantChoices {
  /** Records that it puts on a page at most. */
  readonly pageSize?: number;
  /** Fields that its users have beside the usual ones. */
  readonly more?: (user: Readonly<Record<string, unknown>>) => object;
  /** Answers instead of the tenant, which does so when this gives nothing. */
  readonly instead?: (
    path: string,
  ) => { readonly status: number; readonly type: string; readonly body: string } | undefined;
}

/** Starts it; the organization is called Contoso. */
export async function deviatingTenant({
  pageSize = 7,
  more = () => ({}),
  instead = () => undefined,
  ...choices
}: Deviation): Promise<DeviatingTenant> {
  const { handler, tenant, credentials } = createSimulatorApp(choices);
  const inner = await listening(createServer(handler));
  const asked: string[] = [];
  const outer = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://inner');
    const path = url.pathname.replace('/contoso', '');
    asked.push(`${request.method} ${path}`);
    const wanted = Number(url.searchParams.get('maxResults') ?? '');
    if (wanted > 0) url.searchParams.set('maxResults', String(Math.min(wanted, pageSize)));
    const other = instead(path);
    if (other !== undefined) {
      request.resume();
      response.writeHead(other.status, {
        'content-type': other.type,
        'set-cookie': 'SESSION=c00kie-of-contoso; Path=/',
      });
      response.end(other.body);
      return;
    }
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { authorization, 'content-type': type } = request.headers;
    const answer = await httpCall(new URL(`${addressOf(inner)}/jama${path}${url.search}`), {
      method: request.method ?? 'GET',
      timeoutMs: 5000,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(type === undefined ? {} : { 'content-type': type }),
        'content-length': String(Buffer.byteLength(body)),
        host: `${request.headers.host}`,
      },
      body,
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers['content-type'] ?? 'application/json',
    });
    response.end(withMore(answer.body.toString('utf8'), more));
  });
  await listening(outer);
  return {
    url: `${addressOf(outer)}/contoso`,
    tenant,
    credentials,
    asked,
    close: async () => {
      await Promise.all([outer, inner].map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function withMore(body: string, more: (user: Readonly<Record<string, unknown>>) => object): string {
  if (!body.includes('"type":"users"')) return body;
  const answer = JSON.parse(body);
  const [single] = Array.isArray(answer.data) ? [] : [answer.data];
  const users = [answer.data].flat().map((user) => ({ ...user, ...more(user) }));
  return JSON.stringify({ ...answer, data: single === undefined ? users : users[0] });
}
