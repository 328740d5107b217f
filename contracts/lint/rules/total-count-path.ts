import { type JsonValue, textOf } from '../../../connector/index.js';
import { allowsType, schemaAt, successSchema } from '../../target/response-schema.js';
import type { Target } from '../../target/target.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { offsetPaging } from '../paging.js';
import type { Rule, RuleHit } from '../rule.js';

const prefix = 'completeResponseMap.';
const withPath = (totalCountPath: string) =>
  exampleAccountImport({
    pagination: { offset: { ...exampleAccountCall.pagination.offset, totalCountPath } },
  });

export const totalCountPath: Rule = {
  id: 'total-count-path',
  severity: 'warning',
  title:
    'The path of the total count is not written as EIC documents it, or does not lead to the number of all records.',
  why: 'Without a total EIC may stop after the first page.',
  example: {
    trips: { ImportAccountEntJSON: withPath('meta.pageInfo.totalResults') },
    passes: { ImportAccountEntJSON: withPath(`${prefix}meta.pageInfo.totalResults`) },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const offset = offsetPaging(site);
      const fault = offset && faultOf(target, site, offset.totalCountPath);
      if (!fault) continue;
      yield {
        place: site.document.place(`${site.pointer}/pagination/offset/totalCountPath`),
        remedy: `"totalCountPath": "${prefix}${target.lists?.totalPath ?? '<path of the total>'}"`,
        ...fault,
      };
    }
  },
};

type Fault = Pick<RuleHit, 'message' | 'severity' | 'evidence' | 'breaks'> & { readonly remedy?: string };

function faultOf(target: Target, site: CallSite, given: JsonValue | undefined): Fault | undefined {
  const written = typeof given === 'number' ? String(given) : textOf(given);
  if (written === undefined)
    return {
      message: 'The paging has no totalCountPath; that it ends with an empty page is not documented.',
      evidence: ['offset-stop'],
    };
  if (/^\d+$/.test(written))
    return { message: `The paging ends after ${written} records, however many there are.` };
  const path = written.startsWith(prefix) ? written.slice(prefix.length) : written;
  const other = otherThanTotal(target, site, path);
  if (other)
    return {
      severity: 'error',
      message: `The answer of ${target.name} has ${other} at "${path}".`,
      breaks: [{ document: site.document.name, pointer: site.pointer }],
    };
  if (path !== written) return undefined;
  return {
    message: `"${written}" lacks the beginning that EIC documents; whether EIC finds the total without it is not known.`,
    remedy: `"totalCountPath": "${prefix}${written}"`,
    evidence: ['total-path-prefix'],
  };
}

/** What the answer has at a path that is not that of the number of all records; undefined when it may be. */
function otherThanTotal(target: Target, site: CallSite, path: string): string | undefined {
  const { called } = calledOperation(target, site);
  const answer = called && successSchema(target.openapi, called);
  if (!answer) return undefined;
  const found = schemaAt(target.openapi, answer, path);
  if (!found) return 'nothing';
  if (!['integer', 'number', 'string'].some((type) => allowsType(found, type))) return 'no number';
  return target.lists && path !== target.lists.totalPath
    ? 'another number than that of all records'
    : undefined;
}
