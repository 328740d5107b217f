import { pointerTo } from '../../../connector/index.js';
import { bodyMismatches } from '../body-mismatches.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

export const bodyFieldUnknown: Rule = {
  id: 'body-field-unknown',
  severity: 'warning',
  title: 'A body sends a field that the target does not take.',
  why: 'At best the value is passed over, at worst the request is refused.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpParams: '{"jobTitle":"${user.title}"}' }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      for (const mismatch of bodyMismatches(target, site)) {
        if (mismatch.kind !== 'unknown') continue;
        const { key, span } = mismatch;
        // An update takes no password, whatever the schema that it shares with the creation says.
        const known = mismatch.known.filter((one) => one !== 'password' || site.purpose !== 'update');
        const meant = nearMiss(key, known);
        yield {
          place: site.document.placeInString(pointerTo(site.httpPointer, 'httpParams'), span.start, span.end),
          severity: meant ? 'error' : 'warning',
          message: `"${key}" is not a field that ${target.name} takes here.`,
          remedy: meant ? `Rename it: "${meant}"` : `Delete it. Fields taken here: ${known.join(', ')}.`,
        };
      }
    }
  },
};
