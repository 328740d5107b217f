import { textOf } from '../../../connector/index.js';
import { type CallSite, provisioningDocuments } from '../call-sites.js';
import { exampleCall } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';
import type { TemplateSite } from '../template-sites.js';

const base = 'http://localhost:8080/jama/rest/v1/users';
const create = { ...exampleCall, url: base, httpMethod: 'POST' };
const activate = {
  ...exampleCall,
  name: 'call2',
  url: `${base}/\${response.call1.message.meta.id}/active`,
  httpParams: '{"active":true}',
};
const inOrder = (...call: readonly (typeof exampleCall)[]) => ({
  CreateAccountJSON: { accountIdPath: 'call1.message.meta.id', call: [...call] },
});

export const answerNamedTooEarly: Rule = {
  id: 'answer-named-too-early',
  severity: 'error',
  title: 'A call reads the answer of a call that is not made before it.',
  why: 'EIC makes the calls of a task in the order in which they stand; what has not been answered yet is null.',
  example: { trips: inOrder(activate, create), passes: inOrder(create, activate) },
  *check({ calls, templates }) {
    for (const template of templates) {
      if (!(template.document.name in provisioningDocuments)) continue;
      const own = calls.filter(({ document }) => document === template.document);
      const at = own.findIndex(({ pointer }) => template.pointer.startsWith(`${pointer}/`));
      if (at >= 0) yield* namedTooEarly(template, own, at);
    }
  },
};

function* namedTooEarly(
  { document, pointer, template }: TemplateSite,
  calls: readonly CallSite[],
  at: number,
): Generator<RuleHit> {
  const names = calls.map(({ call }) => textOf(call.name));
  for (const { root, path, start, end } of template?.references ?? []) {
    const [name] = path;
    if (root !== 'response' || name === undefined || isAnswered(name, names.slice(0, at))) continue;
    const later = names.indexOf(name, at + 1);
    yield {
      place: document.placeInString(pointer, start, end),
      ...faultOf(name, later, names.slice(0, at)),
      breaks: [{ document: document.name, pointer: calls[at]?.pointer ?? '' }],
    };
  }
}

/** The answers of several calls with one name may be told apart by a number after it [observed: a published package]. */
function isAnswered(name: string, before: readonly (string | undefined)[]): boolean {
  return before.includes(name) || before.includes(name.replace(/\d+$/, ''));
}

function faultOf(
  name: string,
  later: number,
  before: readonly (string | undefined)[],
): Pick<RuleHit, 'message' | 'remedy'> {
  if (later >= 0)
    return {
      message: `This call is made before "${name}", whose answer it reads.`,
      remedy: `Put the call "${name}" before this one.`,
    };
  const answered = before.filter((one) => one !== undefined).map((one) => `"${one}"`);
  return answered.length > 0
    ? {
        message: `No call before this one is named "${name}"; ${answered.join(' and ')} ${answered.length > 1 ? 'are' : 'is'}.`,
        remedy: `Read the answer of ${answered.join(' or ')}.`,
      }
    : {
        message: `Nothing is answered before this call is made, so there is no "${name}" to read.`,
        remedy:
          'Read what EIC binds for the task, such as account.accountID, or put the call whose answer is meant before this one.',
      };
}
