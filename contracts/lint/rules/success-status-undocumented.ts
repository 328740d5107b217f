import { pointerTo } from '../../../connector/index.js';
import { calledOperation } from '../called-operation.js';
import { conditionOf, wantedStatuses } from '../conditions.js';
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
      const wanted = found && wantedStatuses(found);
      if (!called || documented.length === 0 || !wanted) continue;
      if (wanted.length === 0 || wanted.some((status) => documented.includes(status))) continue;
      const pointer = pointerTo(found.pointer, 'statusCode');
      const key = `${site.document.name}${pointer}`;
      if (told.has(key)) continue;
      told.add(key);
      yield {
        place: site.document.place(wanted.length === 1 ? pointerTo(pointer, 0) : pointer),
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
