import { pointerTo } from '../../../connector/index.js';
import { bodyMismatches } from '../body-mismatches.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const add = {
  ...exampleCall,
  name: 'usergroups',
  url: 'http://localhost:8080/jama/rest/v1/usergroups/${entitlementValue.entitlementID}/users',
  httpMethod: 'POST',
};

export const bodyFieldMissing: Rule = {
  id: 'body-field-missing',
  severity: 'error',
  title: 'A body lacks a field that the target demands.',
  why: 'The target refuses the request, and the task fails however often it is tried.',
  example: {
    trips: { AddAccessJSON: { call: [{ ...add, httpParams: '{}' }] } },
    passes: { AddAccessJSON: { call: [{ ...add, httpParams: '{"user":${account.accountID}}' }] } },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const missing = bodyMismatches(target, site).filter(({ kind }) => kind === 'missing');
      if (missing.length === 0) continue;
      const names = missing.map(({ key }) => `"${key}"`).join(', ');
      yield {
        place: site.document.place(pointerTo(site.httpPointer, 'httpParams')),
        message: `The body lacks ${names}, which ${target.name} demands.`,
        remedy: `Add ${names} to the body.`,
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};
