import { pointerTo } from '../../../connector/index.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

/** The methods of EIC's calls [documented: developer portal; observed: PATCH and DELETEWITHBODY in published packages]. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'GETWITHBODY', 'DELETEWITHBODY'];

export const methodUnknown: Rule = {
  id: 'method-unknown',
  severity: 'error',
  title: 'A call names an HTTP method that EIC does not have.',
  why: 'The request cannot be sent, or the target does not take it.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpMethod: 'PUTT' }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls }) {
    for (const site of calls) {
      const { method } = site;
      if (method === undefined || method.includes('${') || methods.includes(method)) continue;
      const known = methods.find((one) => one === method.trim().toUpperCase());
      const meant = known ?? nearMiss(method, methods);
      yield {
        place: site.document.place(pointerTo(site.httpPointer, 'httpMethod')),
        severity: known ? 'warning' : 'error',
        message: known
          ? `"${method}" is not how EIC writes ${known}; HTTP tells upper and lower case apart.`
          : `"${method}" is no method that EIC has.`,
        remedy: `"httpMethod": "${meant ?? 'GET'}"`,
        breaks: known ? [] : [{ document: site.document.name, pointer: site.pointer }],
      };
    }
  },
};
