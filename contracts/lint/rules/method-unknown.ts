import { pointerTo, textOf } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

/** The methods of EIC's calls [documented: developer portal; observed: PATCH and DELETEWITHBODY in published packages]. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'GETWITHBODY', 'DELETEWITHBODY'];

export const methodUnknown: Rule = {
  id: 'method-unknown',
  severity: 'error',
  title: 'An httpMethod is not the name of an HTTP method, or not in capitals.',
  why: 'The names of methods are capitals (RFC 9110): a target refuses any other spelling, unless EIC mends it.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, httpMethod: 'PUTT' }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls, package: connectionPackage }) {
    const connection = connectionPackage.document('ConnectionJSON');
    const written = [
      ...calls.map(({ document, pointer, httpPointer, method }) => ({
        ...{ document, at: httpPointer, method },
        breaks: [{ document: document.name, pointer }],
      })),
      ...[...(authenticationsOf(connectionPackage) ?? [])].map(([name, entry]) => ({
        document: connection,
        at: pointerTo('/authentications', name),
        method: textOf(entry.httpMethod),
        breaks: [],
      })),
    ];
    for (const { document, at, method, breaks } of written) {
      if (method === undefined || method === '' || method.includes('${') || methods.includes(method))
        continue;
      const known = methods.find((one) => one === method.trim().toUpperCase());
      const meant = known ?? nearMiss(method.trim(), methods);
      yield {
        place: document.place(pointerTo(at, 'httpMethod')),
        // Whether EIC turns small letters into capitals is not documented.
        severity: known ? 'warning' : 'error',
        message: `"${method}" is not the name of an HTTP method${meant ? `; "${meant}" is` : ''}.`,
        remedy: `"httpMethod": "${meant ?? 'GET'}"`,
        breaks: known ? [] : breaks,
      };
    }
  },
};
