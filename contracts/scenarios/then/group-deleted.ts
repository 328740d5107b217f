import { pointerTo, type TraceStep } from '../../../connector/index.js';
import { rightUrl } from '../../lint/right-url.js';
import { jamaTarget } from '../../target/jama.js';
import type { World } from '../scenario.js';
import { siteOf } from './site-of.js';

/**
 * A call of the package deleted a whole user group: no task asks for that. True when one did.
 * Source: DELETE of a user group is an operation of its own (documented: the vendor's Swagger).
 */
export function groupDeleted(world: World): boolean {
  const step = world.connector.trace.find(deletesGroup);
  if (!step?.request) return false;
  const site = siteOf(world, step);
  const { method, url } = step.request;
  const http = site?.httpPointer ?? step.pointer;
  const target = jamaTarget();
  const right = site && target.operationFor(site.purpose)?.operation;
  const path = target.pathOf(site?.url ?? '');
  const mended = site && right && path !== undefined ? rightUrl(target, site, path, right) : undefined;
  const sameMethod = right?.method === method;
  world.see({
    document: step.document,
    pointer: pointerTo(http, sameMethod || !right ? 'url' : 'httpMethod'),
    code: 'group-deleted',
    causes: ['wrong-path', 'wrong-method', 'id-of-another-object'],
    within: step.pointer,
    message: `${method} ${url} deleted the user group itself, with the access of all its members.`,
    remedy: mended === undefined ? 'Ask for what the task is about.' : remedyOf(mended, right, sameMethod),
  });
  return true;
}

function remedyOf(url: string, right: { readonly method: string } | undefined, sameMethod: boolean): string {
  return sameMethod ? `"url": "${url}"` : `"httpMethod": "${right?.method}" and "url": "${url}"`;
}

function deletesGroup({ request, response }: TraceStep): boolean {
  if (request?.method !== 'DELETE' || response === undefined || response.status >= 300) return false;
  return /\/usergroups\/\d+\/?(?:[?#]|$)/.test(request.url);
}
