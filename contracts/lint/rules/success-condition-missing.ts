import { isObject, objectOf, pointerTo } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const { successResponses: _left, ...withoutCondition } = exampleCall;

export const successConditionMissing: Rule = {
  id: 'success-condition-missing',
  severity: 'warning',
  title: 'A call does not say which answers are a success.',
  why: 'What EIC takes for a success then is not documented; a refusal may be taken for one.',
  example: {
    trips: { UpdateAccountJSON: { call: [withoutCondition] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ calls }) {
    const told = new Set<string>();
    for (const site of calls.filter((one) => one.purpose !== 'test-connection' && isSent(one))) {
      const section = sectionOf(site);
      const holder = section ?? { value: site.call, pointer: site.pointer };
      if (
        hasCondition(site.call) ||
        hasCondition(holder.value) ||
        told.has(`${site.document.name}${holder.pointer}`)
      )
        continue;
      told.add(`${site.document.name}${holder.pointer}`);
      yield {
        place: site.document.place(
          pointerTo(
            holder.pointer,
            'successResponses',
            ...(isObject(holder.value.successResponses) ? ['statusCode'] : []),
          ),
        ),
        message: 'There are no successResponses, or they are empty.',
        remedy: `"successResponses": {"statusCode": [${statusFor(site)}]}`,
        evidence: ['success-default'],
      };
    }
  },
};

/** Links that are read from the records themselves (acctToEntMapping) are a call that nothing is sent for. */
function isSent({ purpose, call }: CallSite): boolean {
  return purpose !== 'import-links' || call.http !== undefined || call.processingType !== 'acctToEntMapping';
}

/** The section around an import call, where a condition for all its calls may stand. */
function sectionOf(site: CallSite): { value: Record<string, unknown>; pointer: string } | undefined {
  if (!site.purpose.startsWith('import-')) return undefined;
  if (site.purpose === 'import-users') return { value: objectOf(site.document.value), pointer: '' };
  const name = site.pointer.split('/')[1] ?? '';
  return { value: objectOf(objectOf(site.document.value)[name]), pointer: `/${name}` };
}

const conditions = new Set(['successResponses', 'unsuccessResponses']);

/** Whether a condition is there, be it under a key that is misspelt: that has a finding of its own. */
function hasCondition(holder: Record<string, unknown>): boolean {
  return Object.entries(holder).some(
    ([key, condition]) =>
      (conditions.has(key) || nearMiss(key, conditions) !== undefined) &&
      isObject(condition) &&
      Object.keys(condition).length > 0,
  );
}

function statusFor({ method }: CallSite): string {
  if (method === 'POST') return '201';
  return method === 'DELETE' ? '204' : '200';
}
