import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const withHeader = (Authorization: string) => ({
  UpdateAccountJSON: { call: [{ ...exampleCall, httpHeaders: { Authorization } }] },
});

export const doubleScheme: Rule = {
  id: 'double-scheme',
  severity: 'error',
  title: 'A header puts a scheme or a quote before ${access_token}, which already has its scheme.',
  why: 'The header reads "Bearer Bearer ...", and the target answers 401.',
  example: { trips: withHeader('Bearer ${access_token}'), passes: withHeader('${access_token}') },
  *check({ templates }) {
    for (const { document, pointer, text } of templates) {
      const match = /^\s*(Bearer|Basic|["'])\s*\$\{access_token\}/i.exec(text);
      if (!match) continue;
      yield {
        place: document.placeInString(pointer, 0, text.length),
        message: /\w/.test(match[1] ?? '')
          ? `"${match[1]}" stands before \${access_token}, which holds the scheme already.`
          : `A quote stands before \${access_token}; it is sent with the token.`,
        remedy: '"Authorization": "${access_token}"',
        breaks: [{ document: document.name, pointer: pointer.replace(/(?:\/http)?\/httpHeaders\/.*$/, '') }],
      };
    }
  },
};
