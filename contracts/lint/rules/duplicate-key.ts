import { objectOf, pointerTo } from '../../../connector/index.js';
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
  *check({ package: connectionPackage, calls }) {
    for (const document of connectionPackage.documents.values()) {
      for (const { key, place, firstPlace } of document.duplicateKeys) {
        yield {
          place,
          message: `"${key}" stands here a second time (first in line ${firstPlace.line}); the first one is ignored.`,
          remedy: `Keep one "${key}" and delete the other.`,
        };
      }
    }
    for (const site of calls) {
      const columns = Object.keys(objectOf(site.call.colsToPropsMap));
      for (const [index, column] of columns.entries()) {
        const first = columns.slice(0, index).find((one) => one.toLowerCase() === column.toLowerCase());
        if (first === undefined) continue;
        yield {
          place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column), 'key'),
          message: `"${column}" is the column "${first}" again; columns are read without regard to case.`,
          remedy: 'Keep one of the two.',
        };
      }
    }
  },
};
