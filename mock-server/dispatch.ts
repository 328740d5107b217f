import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Exchange } from './rest/exchange.js';
import { type ErrorListener, restService } from './rest/serve.js';
import type { Tenant } from './tenant/tenant.js';

/**
 * Finds the tenant whose context path is the first segment of the path. Without a context path the first tenant answers, and
 * `/__admin` is the admin API.
 */
export function dispatcher(tenants: readonly Tenant[], onError: ErrorListener): RequestListener {
  const [first] = tenants;
  if (first === undefined) throw new Error('A simulator needs a tenant.');
  const byContext = new Map(tenants.map((tenant) => [`/${tenant.name}`, tenant]));
  const serve = restService(onError);
  const admin = loadedLater(() => import('./admin/admin-app.js').then(({ adminApp }) => adminApp(tenants)));

  return (request, response) => {
    const { path, search } = target(request.url ?? '/');
    const segment = firstSegment(path);
    if (segment === '/__admin') {
      admin(request, response);
      return;
    }
    const tenant = byContext.get(segment);
    const context = tenant === undefined ? '' : segment;
    const below = tenant === undefined ? path : path.slice(segment.length) || '/';
    const base = `${origin(request)}${mountPath(request)}${context}`;
    serve(
      new Exchange({
        tenant: tenant ?? first,
        request,
        response: response as ServerResponse,
        base,
        path: below,
        search,
      }),
    );
  };
}

/** A listener that is loaded with its first request. */
function loadedLater(load: () => Promise<RequestListener>): (...of: Parameters<RequestListener>) => void {
  let loading: Promise<RequestListener> | undefined;
  return (request, response) => {
    loading ??= load();
    loading.then(
      (listener) => listener(request, response),
      (error: Error) => response.destroy(error),
    );
  };
}

/** Path and query of a request target, which may be absolute (`GET http://host/path`). */
function target(url: string): { path: string; search: string } {
  const from = url.startsWith('/') ? url : absolutePath(url);
  const mark = from.indexOf('?');
  return mark < 0 ? { path: from, search: '' } : { path: from.slice(0, mark), search: from.slice(mark) };
}

function absolutePath(url: string): string {
  if (!URL.canParse(url)) return '/*';
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path : path.slice(0, end);
}

function origin(request: IncomingMessage): string {
  const { socket } = request;
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http';
  return `${scheme}://${request.headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}

/** Where an Express application has mounted the handler. */
function mountPath(request: IncomingMessage): string {
  return 'baseUrl' in request && typeof request.baseUrl === 'string' ? request.baseUrl : '';
}
