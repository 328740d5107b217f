import { isObject, type JsonValue, objectOf, pointerTo } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const successStatusUndocumented: Rule = {
  id: 'success-status-undocumented',
  severity: 'error',
  title: 'A success condition waits for statuses that the operation does not answer with.',
  why: 'Every answer counts as a failure, also when the target has done what it was asked.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, successResponses: { statusCode: [201] } }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls, target }) {
    const told = new Set<string>();
    for (const site of calls) {
      const { called } = calledOperation(target, site);
      const documented = Object.keys(called?.definition.responses ?? {}).filter((status) =>
        /^2\d\d$/.test(status),
      );
      const found = conditionOf(site);
      if (!called || documented.length === 0 || !found) continue;
      const wanted = [found.wanted].flat().map(String);
      if (wanted.length === 0 || wanted.some((status) => documented.includes(status))) continue;
      const key = `${site.document.name}${found.pointer}`;
      if (told.has(key)) continue;
      told.add(key);
      yield {
        place: site.document.place(found.pointer),
        message: `${called.method} ${called.path} answers ${documented.join(' or ')} when it succeeds, never ${wanted.join(' or ')}.`,
        remedy: `"statusCode": [${documented.join(', ')}]`,
        breaks: calls
          .filter(
            (other) => other.document === site.document && conditionOf(other)?.pointer === found.pointer,
          )
          .map(({ document, pointer }) => ({ document: document.name, pointer })),
      };
    }
  },
};

/** The statuses that a call waits for, its own or those of the section around it. */
function conditionOf({ document, pointer }: CallSite): { pointer: string; wanted: JsonValue } | undefined {
  const steps = pointer.split('/').slice(1);
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const at = steps.slice(0, depth);
    const { successResponses } = objectOf(at.reduce<JsonValue | undefined>(stepInto, document.value));
    if (successResponses === undefined) continue;
    const wanted = objectOf(successResponses).statusCode;
    return wanted === undefined
      ? undefined
      : { pointer: pointerTo(['', ...at].join('/'), 'successResponses', 'statusCode'), wanted };
  }
  return undefined;
}

function stepInto(node: JsonValue | undefined, step: string): JsonValue | undefined {
  if (Array.isArray(node)) return node[Number(step)];
  return isObject(node) ? node[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
}
