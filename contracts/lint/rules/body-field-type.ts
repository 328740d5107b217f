import { pointerTo } from '../../../connector/index.js';
import { bodyMismatches } from '../body-mismatches.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const enable = { ...exampleCall, url: `${exampleCall.url}/active` };

export const bodyFieldType: Rule = {
  id: 'body-field-type',
  severity: 'error',
  title: 'A body sends a value of a type that the target does not take, such as "true" for true.',
  why: 'The target refuses the request, and the task fails however often it is tried.',
  example: {
    trips: { EnableAccountJSON: { call: [{ ...enable, httpParams: '{"active":"true"}' }] } },
    passes: { EnableAccountJSON: { call: [{ ...enable, httpParams: '{"active":true}' }] } },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      for (const mismatch of bodyMismatches(target, site)) {
        if (mismatch.kind !== 'type') continue;
        const { key, wants, sends, span } = mismatch;
        yield {
          place: site.document.placeInString(pointerTo(site.httpPointer, 'httpParams'), span.start, span.end),
          message: `"${key}" is sent as ${sends}; ${target.name} takes ${wants}.`,
          remedy:
            wants === 'boolean' || wants === 'integer'
              ? `Write the value of "${key}" without quotes.`
              : `Send ${wants}.`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};
