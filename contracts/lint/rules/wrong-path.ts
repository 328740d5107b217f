import { pointerTo } from '../../../connector/index.js';
import type { Operation } from '../../target/operations.js';
import type { Target } from '../../target/target.js';
import { type CallSite, purposeWords } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { isDependent } from '../dependent-call.js';
import { exampleCall } from '../examples.js';
import { rightUrl } from '../right-url.js';
import type { Rule } from '../rule.js';

const base = 'http://localhost:8080/jama/rest/v1';
const enable = { ...exampleCall, httpParams: '{"active":true}' };

export const wrongPath: Rule = {
  id: 'wrong-path',
  severity: 'error',
  title: 'A call goes to a path that the target does not have, or that does not serve what the call is for.',
  why: 'The target answers 404, or changes something else than the task asked for.',
  example: {
    trips: { EnableAccountJSON: { call: [{ ...enable, url: `${base}/users` }] } },
    passes: {
      EnableAccountJSON: { call: [{ ...enable, url: `${base}/users/\${account.accountID}/active` }] },
    },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const wanted = target.operationFor(site.purpose);
      const { path, atPath } = calledOperation(target, site);
      if (path === undefined) continue;
      const single = callCount(site.document.value) === 1;
      const serves = !wanted || !single || isDependent(site) || isAt(wanted.operation, atPath);
      if (atPath.length > 0 && serves) continue;
      yield {
        place: site.document.place(pointerTo(site.httpPointer, 'url')),
        message:
          atPath.length === 0
            ? `${target.name} has nothing at ${path}.`
            : `${path} is not the path to ${purposeWords[site.purpose]}.`,
        remedy: remedyFor(target, site, path, wanted),
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};

function remedyFor(
  target: Target,
  site: CallSite,
  path: string,
  wanted: ReturnType<Target['operationFor']>,
): string {
  if (!wanted) return `Send it to a path that ${target.name} has.`;
  const { operation, because } = wanted;
  const url = rightUrl(target, site, path, operation, wanted.query);
  const does = `${operation.method} ${operation.path} ${because}`;
  return url === undefined ? `Send it to ${operation.path}: ${does}.` : `"url": "${url}"   (${does})`;
}

function isAt(wanted: Operation, atPath: readonly Operation[]): boolean {
  return atPath.some(({ path }) => path === wanted.path);
}

/** Several calls in one JSON may prepare one another: then only a path that does not exist is wrong. */
function callCount(value: unknown): number {
  const calls = (value as { call?: unknown } | undefined)?.call;
  return Array.isArray(calls) ? calls.length : 1;
}
