import { pointerTo, textOf } from '../../../connector/index.js';
import { successSchema } from '../../target/response-schema.js';
import { headersOf } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const acceptNotAnswered: Rule = {
  id: 'accept-not-answered',
  severity: 'warning',
  title: 'A call asks for an answer that is no JSON, from an operation that answers with JSON.',
  why: 'The target may refuse the call, and EIC reads nothing but JSON from an answer.',
  example: {
    trips: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpHeaders: { ...exampleCall.httpHeaders, Accept: 'application/xml' } }],
      },
    },
    passes: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpHeaders: { ...exampleCall.httpHeaders, Accept: 'application/json' } }],
      },
    },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const { called } = calledOperation(target, site);
      if (!called || !successSchema(target.openapi, called)) continue;
      for (const [name, value] of Object.entries(headersOf(site))) {
        const accepted = textOf(value) ?? '';
        if (name.toLowerCase() !== 'accept' || /json|\*|\$\{|^\s*$/i.test(accepted)) continue;
        yield {
          place: site.document.place(pointerTo(site.httpPointer, 'httpHeaders', name)),
          message: `${called.method} ${called.path} answers with JSON, and this call accepts "${accepted}".`,
          remedy: `"${name}": "application/json"`,
        };
      }
    }
  },
};
