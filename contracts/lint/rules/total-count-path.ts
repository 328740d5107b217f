import { textOf } from '../../../connector/index.js';
import { schemaAt, successSchema } from '../../target/response-schema.js';
import { calledOperation } from '../called-operation.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { offsetPaging } from '../paging.js';
import type { Rule } from '../rule.js';

const prefix = 'completeResponseMap.';
const withPath = (totalCountPath: string) =>
  exampleAccountImport({
    pagination: { offset: { ...exampleAccountCall.pagination.offset, totalCountPath } },
  });

export const totalCountPath: Rule = {
  id: 'total-count-path',
  severity: 'warning',
  title: 'The path of the total count is not written as EIC documents it, or leads to nothing.',
  why: 'Without a total EIC may stop after the first page.',
  example: {
    trips: { ImportAccountEntJSON: withPath('meta.pageInfo.totalResults') },
    passes: { ImportAccountEntJSON: withPath(`${prefix}meta.pageInfo.totalResults`) },
  },
  *check({ calls, target }) {
    const total = target.lists?.totalPath ?? '<path of the total>';
    for (const site of calls) {
      const offset = offsetPaging(site);
      if (!offset || typeof offset.totalCountPath === 'number') continue;
      const written = textOf(offset.totalCountPath);
      const place = site.document.place(`${site.pointer}/pagination/offset/totalCountPath`);
      if (written === undefined) {
        yield {
          place,
          message: 'The paging has no totalCountPath; that it ends with an empty page is not documented.',
          remedy: `"totalCountPath": "${prefix}${total}"`,
          evidence: ['offset-stop'],
        };
        continue;
      }
      if (/^\d+$/.test(written)) continue;
      const path = written.startsWith(prefix) ? written.slice(prefix.length) : written;
      const { called } = calledOperation(target, site);
      const answer = called && successSchema(target.openapi, called);
      if (answer && !schemaAt(target.openapi, answer, path)) {
        yield {
          place,
          severity: 'error',
          message: `The answer of ${target.name} has nothing at "${path}".`,
          remedy: `"totalCountPath": "${prefix}${total}"`,
        };
      } else if (path === written) {
        yield {
          place,
          message: `"${written}" lacks the beginning that EIC documents; whether EIC finds the total without it is not known.`,
          remedy: `"totalCountPath": "${prefix}${written}"`,
          evidence: ['total-path-prefix'],
        };
      }
    }
  },
};
