import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';
import { unclosedExpression } from '../unclosed-expression.js';

export const templateInvalid: Rule = {
  id: 'template-invalid',
  severity: 'error',
  title: 'A template cannot be compiled.',
  why: 'Groovy compiles a template as a whole: one mistake, even in a branch that is never taken, and the call is never sent.',
  example: {
    trips: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpParams: '{"title":"${user.title == null ? \'\' : }"}' }],
      },
    },
    passes: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpParams: '{"title":"${user.title == null ? \'\' : user.title}"}' }],
      },
    },
  },
  *check({ templates }) {
    for (const { document, pointer, text, error } of templates) {
      if (!error || unclosedExpression(text)) continue;
      yield {
        place: document.placeInString(pointer, error.start, error.end),
        message: `The template cannot be compiled: ${error.message}.`,
        remedy:
          error.remedy ??
          `Mend ${error.expression === '' ? 'it there' : `the expression ${error.expression}`}; jama-sim eval shows what it gives.`,
        breaks: [{ document: document.name, pointer: pointer.replace(/\/[^/]+$/, '') }],
      };
    }
  },
};
