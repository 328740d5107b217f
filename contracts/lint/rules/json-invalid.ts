import type { Rule } from '../rule.js';

export const jsonInvalid: Rule = {
  id: 'json-invalid',
  severity: 'error',
  title: 'A connector JSON is not valid JSON.',
  why: 'EIC refuses to save such a text, and no flow that needs it can run.',
  example: {
    trips: { ConfigJSON: '{ "showLogs": false, }' },
    passes: { ConfigJSON: '{ "showLogs": false }' },
  },
  *check({ package: connectionPackage }) {
    for (const document of connectionPackage.documents.values()) {
      if (!document.problem) continue;
      const { line, column, message, remedy } = document.problem;
      yield {
        place: { ...document.place(''), line, column, endLine: line, endColumn: column + 1 },
        message: `${document.name} is not valid JSON: ${message}.`,
        remedy,
      };
    }
  },
};
