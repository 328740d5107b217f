import { fieldsOf } from './answer.js';

/** An id that no record has. */
export const NOBODY = 2_147_483_646;

/** Ids of what was created in this run. */
export interface Made {
  readonly users: ReadonlySet<number>;
  readonly usergroups: ReadonlySet<number>;
}

const version = /^\/rest\/(?:v1|latest)/;
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a probe must never send: a change without leave, or a change of something that this run did not create.
 * What it throws is a fault of a probe, not of the target.
 */
export function guard(
  allowWrites: boolean,
  made: Made,
  request: { readonly method: string; readonly path: string; readonly body: unknown },
): void {
  const [path = ''] = request.path.split('?');
  if (reads.has(request.method) || path.startsWith('/rest/oauth/token')) return;
  if (allowWrites && isOwn(made, path.replace(version, ''), request)) return;
  throw new Error(`A probe wanted to send ${request.method} ${path}, which it must not.`);
}

function isOwn(
  made: Made,
  path: string,
  { method, body }: { readonly method: string; readonly body: unknown },
): boolean {
  if (method === 'POST' && (path === '/users' || path === '/usergroups')) return true;
  if (method === 'PATCH' && path === '/projects') return true;
  const [, resource, id, ...rest] = path.split('/');
  if (resource !== 'users' && resource !== 'usergroups') return false;
  const known = (text: unknown, ids: ReadonlySet<number>) => ids.has(Number(text)) || Number(text) === NOBODY;
  const member = method === 'POST' ? fieldsOf(body).user : rest[1];
  return known(id, made[resource]) && (member === undefined || known(member, made.users));
}
