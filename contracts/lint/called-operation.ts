import { type Operation, operationsAt } from '../target/operations.js';
import type { Target } from '../target/target.js';
import type { CallSite } from './call-sites.js';
import { urlWithHoles } from './url-template.js';

/** What a call really asks of the target, and what it should ask. */
export interface CalledOperation {
  /** The path as the target's API writes it; undefined when the URL is not of this API. */
  readonly path: string | undefined;
  /** The operations at that path, whatever their method. */
  readonly atPath: readonly Operation[];
  /** The operation that the call invokes, if there is one. */
  readonly called: Operation | undefined;
}

/** Finds what a call invokes. A method that is itself a template is not known before the call runs: then any will do. */
export function calledOperation(target: Target, site: CallSite): CalledOperation {
  const path = site.url === undefined ? undefined : target.pathOf(urlWithHoles(site.url));
  const atPath = path === undefined ? [] : operationsAt(target.operations, path);
  const called = atPath.find(({ method }) => method === verb(site.method));
  return { path, atPath, called: called ?? (site.method?.includes('${') ? atPath[0] : undefined) };
}

/** True when another call of the same task does what the task is for: then this one prepares it, or goes on from there. */
export function isServedByAnother(target: Target, site: CallSite, calls: readonly CallSite[]): boolean {
  const wanted = target.operationFor(site.purpose)?.operation;
  return (
    wanted !== undefined &&
    calls.some(
      (other) =>
        other !== site &&
        other.document === site.document &&
        other.purpose === site.purpose &&
        other.entitlementType === site.entitlementType &&
        calledOperation(target, other).called === wanted,
    )
  );
}

/** The HTTP method that EIC sends: its own names for calls with a body are those of the method. */
function verb(method: string | undefined): string {
  return (method ?? '').toUpperCase().replace(/WITHBODY$/, '');
}
