import { pointerTo, textOf } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

/** The methods that EIC documents for calls, and those that published packages use beside them. */
const known = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'GETWITHBODY', 'DELETEWITHBODY'];

export const methodUnknown: Rule = {
  id: 'method-unknown',
  severity: 'error',
  title: 'An httpMethod is not the name of an HTTP method, or not in capitals.',
  why: 'The names of methods are capitals (RFC 9110): a target refuses any other spelling, unless EIC mends it.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpMethod: 'put' }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls, package: connectionPackage }) {
    const connection = connectionPackage.document('ConnectionJSON');
    const written = [
      ...calls.map((site) => ({ document: site.document, at: site.httpPointer, method: site.method })),
      ...[...(authenticationsOf(connectionPackage) ?? [])].map(([name, entry]) => ({
        document: connection,
        at: pointerTo('/authentications', name),
        method: textOf(entry.httpMethod),
      })),
    ];
    for (const { document, at, method } of written) {
      if (method === undefined || method.includes('${') || method === '' || known.includes(method)) continue;
      const meant = nearMiss(method.trim(), known);
      yield {
        place: document.place(pointerTo(at, 'httpMethod')),
        // Whether EIC turns small letters into capitals is not documented.
        severity: known.includes(method.toUpperCase()) ? 'warning' : 'error',
        message: `"${method}" is not the name of an HTTP method${meant ? `; "${meant}" is` : ''}.`,
        remedy: `"httpMethod": "${meant ?? 'POST'}"`,
      };
    }
  },
};
