import { isObject, type JsonObject, pointerTo } from '../../../connector/index.js';
import { type Schema, schemaAt } from '../../target/response-schema.js';
import type { Target } from '../../target/target.js';
import { answerSchemas } from '../answer-schemas.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule, RuleHit } from '../rule.js';

const update = (successResponses: JsonObject) => ({
  UpdateAccountJSON: { call: [{ ...exampleCall, successResponses }] },
});

export const conditionPathUnknown: Rule = {
  id: 'condition-path-unknown',
  severity: 'error',
  title: 'A condition looks at a place that the answer does not have.',
  why: 'EIC reads every key but statusCode as a path into the answer. What is not there never matches: a success counts as a failure, or a failure is not seen.',
  example: { trips: update({ statuscode: [200] }), passes: update({ statusCode: [200] }) },
  *check({ calls, target }) {
    for (const site of calls) {
      if (site.purpose === 'test-connection') {
        yield* ofTest(target, site);
        continue;
      }
      for (const name of ['successResponses', 'unsuccessResponses']) {
        const condition = site.call[name];
        if (!isObject(condition)) continue;
        for (const path of Object.keys(condition)) {
          const hit = unknown(target, site, path, name === 'successResponses' ? 'success' : 'any', name);
          if (hit) yield { ...hit, place: site.document.place(pointerTo(site.pointer, name, path), 'key') };
        }
      }
    }
  },
};

/** The paths of testConnectionParams are values. */
function* ofTest(target: Target, site: CallSite): Generator<RuleHit> {
  for (const [name, of] of [
    ['successResponsePath', 'success'],
    ['errorPath', 'any'],
  ] as const) {
    const path = site.call[name];
    if (typeof path !== 'string' || path === '') continue;
    const hit = unknown(target, site, path, of, name);
    if (hit) yield { ...hit, place: site.document.place(pointerTo(site.pointer, name)) };
  }
}

function unknown(
  target: Target,
  site: CallSite,
  path: string,
  of: 'success' | 'any',
  name: string,
): Pick<RuleHit, 'message' | 'remedy' | 'breaks' | 'severity'> | undefined {
  if (path === 'statusCode') return undefined;
  const meant = isStatusCode(path) ? 'statusCode' : undefined;
  const breaks = of === 'success' ? [{ document: site.document.name, pointer: site.pointer }] : [];
  if (meant && site.purpose !== 'test-connection') {
    return {
      message: `"${path}" in ${name} is read as a path into the answer; the HTTP status is "statusCode".`,
      remedy: `Rename it: "${meant}"`,
      breaks,
    };
  }
  const operation = calledOperation(target, site).called;
  const schemas = operation ? answerSchemas(target, operation, of) : undefined;
  if (!operation || !schemas || schemas.some((schema) => has(target, schema, path))) return undefined;
  return {
    ...(of === 'any' ? { severity: 'warning' as const } : {}),
    message:
      schemas.length === 0
        ? `${operation.method} ${operation.path} answers without a body when it succeeds, so there is no "${path}" in it.`
        : `${operation.method} ${operation.path} answers with nothing at "${path}".`,
    remedy:
      site.purpose === 'test-connection'
        ? 'Name a path that the answer has; jama-sim shows an answer with: jama-sim run <package> --trace.'
        : `Name a path that the answer has, or "statusCode".`,
    breaks,
  };
}

function has(target: Target, schema: Schema, path: string): boolean {
  return schemaAt(target.openapi, schema, path) !== undefined;
}

function isStatusCode(path: string): boolean {
  return (
    /^(http)?_?status_?codes?$/i.test(path) ||
    (path !== 'status' && nearMiss(path, ['statusCode']) !== undefined && !path.includes('.'))
  );
}
