import type { Rule } from '../rule.js';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  title: 'A key stands twice in the same object.',
  why: 'Only the last one counts; whatever the first one said is lost without a word.',
  example: {
    trips: { ConfigJSON: '{ "showLogs": false, "showLogs": true }' },
    passes: { ConfigJSON: '{ "showLogs": true }' },
  },
  *check({ package: connectionPackage }) {
    for (const document of connectionPackage.documents.values()) {
      for (const { key, place, firstPlace } of document.duplicateKeys) {
        yield {
          place,
          message: `"${key}" stands here a second time (first in line ${firstPlace.line}); the first one is ignored.`,
          remedy: `Keep one "${key}" and delete the other.`,
        };
      }
    }
  },
};
