import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';
import { unclosedExpression } from '../unclosed-expression.js';

export const unclosedExpressionRule: Rule = {
  id: 'unclosed-expression',
  severity: 'error',
  title: 'An expression in a template has no closing brace.',
  why: 'Groovy reads on to the next brace and cannot compile what it finds; the call is never sent.',
  example: {
    trips: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpParams: '{"phone":"${user.phonenumber","title":"${user.title}"}' }],
      },
    },
    passes: {
      UpdateAccountJSON: {
        call: [{ ...exampleCall, httpParams: '{"phone":"${user.phonenumber}","title":"${user.title}"}' }],
      },
    },
  },
  *check({ templates }) {
    for (const { document, pointer, text, error } of templates) {
      const span = error && unclosedExpression(text);
      if (!span) continue;
      const expression = text.slice(span.start, span.end);
      yield {
        place: document.placeInString(pointer, span.start, span.end),
        message: `The expression ${expression} is not closed, so the template cannot be compiled.`,
        remedy: /^(?:$|["',])/.test(text.slice(span.end))
          ? `Write ${expression}}`
          : 'Write } where the expression ends.',
        breaks: [{ document: document.name, pointer: pointer.replace(/\/[^/]+$/, '') }],
      };
    }
  },
};
