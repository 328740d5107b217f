import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { keysOf, type TokenChoices } from './admin/access.js';
import type { AdminContext } from './admin/operation.js';
import type { Extension } from './extensions.js';
import type { Pages } from './pages.js';
import { Exchange } from './rest/exchange.js';
import { type ErrorListener, restService } from './rest/serve.js';
import type { Tenants } from './tenants.js';

/** What is served beside the tenants, and who is told of errors. */
export interface Surroundings extends TokenChoices, Pick<AdminContext, 'stopping'> {
  readonly pages: readonly Pages[];
  readonly extensions: readonly Extension[];
  readonly onError: ErrorListener;
}

/**
 * Finds the tenant whose context path is the first segment of the path. Without a context path the default tenant answers, and
 * `/__admin` is the admin API.
 */
export function dispatcher(tenants: Tenants, surroundings: Surroundings): RequestListener {
  const serve = restService(surroundings.onError);
  const front = surroundings.pages.find((one) => one.front);
  const beside = besideTheTenants({ ...surroundings, tenants, keys: keysOf(surroundings) });

  return (request, response) => {
    const { path, search } = target(request.url ?? '/');
    const segment = firstSegment(path);
    const other = beside.get(segment);
    if (other !== undefined) {
      other(request, response);
      return;
    }
    const tenant = tenants.at(segment);
    if (front !== undefined && asksForAPage(request) && isBare(path, tenant && segment)) {
      const headers = {
        location: `${mountPath(request)}${front.path}/`,
        vary: 'accept',
        'cache-control': 'no-store',
      };
      response.writeHead(302, headers).end();
      return;
    }
    const context = tenant === undefined ? '' : segment;
    const below = tenant === undefined ? path : path.slice(segment.length) || '/';
    const base = `${origin(request)}${mountPath(request)}${context}`;
    serve(
      new Exchange({
        tenant: tenant ?? tenants.default,
        request,
        response: response as ServerResponse,
        base,
        path: below,
        search,
      }),
    );
  };
}

/** Whether a browser asks for something to be shown; clients of the API do not speak of HTML. */
const asksForAPage = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && /\btext\/html\b/i.test(headers.accept ?? '');

/** Whether a path is `/` or where a tenant stands, and nothing below it. */
const isBare = (path: string, context = ''): boolean => path.replace(/\/$/, '') === context;

type Listener = (...of: Parameters<RequestListener>) => void;

/** The admin API, the pages and the extensions, by the first segment of their paths. */
function besideTheTenants(around: Surroundings & AdminContext): ReadonlyMap<string, Listener> {
  const admin = loadedLater(() => import('./admin/admin-app.js').then(({ adminApp }) => adminApp(around)));
  const pages = around.pages.map(
    (one) =>
      [one.path, loadedLater(() => import('./pages.js').then(({ pagesApp }) => pagesApp(one)))] as const,
  );
  const extensions = around.extensions.map(
    (one) =>
      [
        one.path,
        loadedLater(() =>
          import('./extensions-app.js').then(({ extensionApp }) => extensionApp(one, around)),
        ),
      ] as const,
  );
  return new Map([['/__admin', admin], ...pages, ...extensions]);
}

/** A listener that is loaded with its first request. */
function loadedLater(load: () => Promise<RequestListener>): Listener {
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
