import { isObject, type JsonObject, objectOf, pointerTo } from '../../../connector/index.js';
import { schemaAt, successSchema } from '../../target/response-schema.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { conditionOf, wantedStatuses } from '../conditions.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { LintContext, Rule, RuleHit } from '../rule.js';

const withCondition = (successResponses: JsonObject) => ({
  UpdateAccountJSON: { call: [{ ...exampleCall, successResponses }] },
});

export const successConditionUnmet: Rule = {
  id: 'success-condition-unmet',
  severity: 'error',
  title: 'A success condition is one that no answer can meet.',
  why: 'Every answer counts as a failure, also when the target has done what it was asked.',
  example: { trips: withCondition({ statusCodes: [200] }), passes: withCondition({ statusCode: [200] }) },
  *check(context) {
    const told = new Set<string>();
    for (const site of context.calls) {
      const found = conditionOf(site);
      if (!found || told.has(`${site.document.name}${found.pointer}`)) continue;
      told.add(`${site.document.name}${found.pointer}`);
      const breaks = context.calls
        .filter((one) => one.document === site.document && conditionOf(one)?.pointer === found.pointer)
        .map(({ document, pointer }) => ({ document: document.name, pointer }));
      for (const { key, ...hit } of faultsOf(context, site))
        yield { place: site.document.place(pointerTo(found.pointer, ...key), 'key'), breaks, ...hit };
    }
  },
};

type Fault = Omit<RuleHit, 'place' | 'breaks'> & { readonly key: readonly string[] };

function* faultsOf({ target }: LintContext, site: CallSite): Generator<Fault> {
  const condition = conditionOf(site);
  if (!condition || !isObject(condition.value)) return;
  const statuses = wantedStatuses(condition);
  const odd = statuses?.filter((status) => !/^[1-5]\d\d$/.test(status)) ?? [];
  if (statuses && odd.length === statuses.length) {
    yield {
      key: ['statusCode'],
      message: statuses.length === 0 ? 'statusCode is empty.' : `${odd.join(' or ')} is no HTTP status.`,
      remedy: '"statusCode": [200]',
    };
  }
  const { called } = calledOperation(target, site);
  const answer = called && successSchema(target.openapi, called);
  for (const path of Object.keys(objectOf(condition.value))) {
    if (path === 'statusCode') continue;
    // A path such as "status" may well be meant.
    const misspelt = path.length >= 8 && nearMiss(path, ['statusCode']) !== undefined;
    if (!misspelt && !(answer && !schemaAt(target.openapi, answer, path))) continue;
    yield {
      key: [path],
      message: misspelt
        ? `"${path}" is taken for a path in the answer; the status is "statusCode".`
        : `The answer of ${target.name} has nothing at "${path}".`,
      remedy: misspelt
        ? 'Rename it: "statusCode"'
        : 'Name a field of the answer, or the status: "statusCode".',
    };
  }
}
