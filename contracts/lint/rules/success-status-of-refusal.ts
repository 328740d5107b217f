import { pointerTo } from '../../../connector/index.js';
import { conditionOf, wantedStatuses } from '../conditions.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const successStatusOfRefusal: Rule = {
  id: 'success-status-of-refusal',
  severity: 'warning',
  title: 'A status by which targets refuse is listed as a success.',
  why: 'A refused request counts as done: the task is completed, and the target is as it was before.',
  example: {
    trips: {
      UpdateAccountJSON: { call: [{ ...exampleCall, successResponses: { statusCode: [200, 404] } }] },
    },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls }) {
    const told = new Set<string>();
    for (const site of calls) {
      const condition = conditionOf(site);
      const refusals = (condition ? wantedStatuses(condition) : undefined)?.filter((status) =>
        /^[45]\d\d$/.test(status),
      );
      if (!condition || !refusals || refusals.length === 0) continue;
      const pointer = pointerTo(condition.pointer, 'statusCode');
      if (told.has(`${site.document.name}${pointer}`)) continue;
      told.add(`${site.document.name}${pointer}`);
      yield {
        place: site.document.place(pointer),
        message: `${refusals.join(' and ')} ${refusals.length === 1 ? 'is a refusal' : 'are refusals'}, and count${refusals.length === 1 ? 's' : ''} as a success here.`,
        remedy: `Take ${refusals.join(', ')} out, unless a refused request is as good as a done one.`,
      };
    }
  },
};
