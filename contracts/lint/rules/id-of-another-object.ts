import { pointerTo } from '../../../connector/index.js';
import { isParameter, type Operation } from '../../target/operations.js';
import type { Target } from '../../target/target.js';
import { type CallPurpose, type CallSite, isAlone } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { columnOf } from '../column-source.js';
import { exampleCall } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';
import { expressionsFromEnd } from '../url-template.js';

const add = (httpParams: string) => ({
  AddAccessJSON: {
    call: [
      {
        ...exampleCall,
        name: 'usergroups',
        url: 'http://localhost:8080/jama/rest/v1/usergroups/${entitlementValue.entitlementID}/users',
        httpMethod: 'POST',
        httpParams,
      },
    ],
  },
});

export const idOfAnotherObject: Rule = {
  id: 'id-of-another-object',
  severity: 'error',
  title:
    'A task takes the id of an account for that of an entitlement, or the other way round, or names one of them nowhere.',
  why: 'The target finds no such object, or, where the same number happens to be in use, changes the wrong one.',
  example: {
    trips: add('{"user":${entitlementValue.entitlementID}}'),
    passes: add('{"user":${account.accountID}}'),
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const found = [...exchanged(target, site)];
      yield* found;
      if (found.length === 0) yield* unnamed(target, site);
    }
  },
};

/** Ids in the path of a URL that do not belong to the collection before them. */
function* exchanged(target: Target, site: CallSite): Generator<RuleHit> {
  const operation = calledOperation(target, site).called;
  if (!operation || site.url === undefined) return;
  for (const [fromEnd, expression] of expressionsFromEnd(site.url)) {
    const read = columnOf(site, expression)?.of;
    const wanted = ownerOf(target, operation, operation.segments.length - 1 - fromEnd);
    if (!read || !wanted || read === wanted) continue;
    const start = site.url.indexOf(`\${${expression}`);
    yield {
      place: site.document.placeInString(
        pointerTo(site.httpPointer, 'url'),
        start,
        start + expression.length + 3,
      ),
      message: `${operation.path} wants the id of ${articles[wanted]}, and is filled with ${expression}, the id of ${articles[read]}.`,
      remedy: `Write \${${wanted === 'account' ? 'account.accountID' : 'entitlementValue.entitlementID'}}.`,
      breaks: [{ document: site.document.name, pointer: site.pointer }],
    };
  }
}

/** A task's only call whose URL and body never name the account, or the entitlement where the task is about one. */
function* unnamed(target: Target, site: CallSite): Generator<RuleHit> {
  const operation = calledOperation(target, site).called;
  const takesBody = operation?.definition.requestBody !== undefined;
  // Without a body that has to be there, something else is said already.
  if (!operation || !isAlone(site) || (takesBody && site.params === undefined)) return;
  if (operation.operationId !== target.operationFor(site.purpose)?.operation.operationId) return;
  const named = expressionsOf(`${site.url} ${site.params ?? ''}`);
  const missing = (['account', 'entitlement'] as const).find(
    (object) => subjects[site.purpose]?.includes(object) && !names[object].test(named),
  );
  if (!missing) return;
  const inBody = missing === 'account' && takesBody && subjects[site.purpose]?.includes('entitlement');
  yield {
    place: site.document.place(pointerTo(site.httpPointer, inBody ? 'httpParams' : 'url')),
    message: `Neither the URL nor the body names the ${missing}, so ${target.name} cannot know which one is meant.`,
    remedy: `Write \${${missing === 'account' ? 'account.accountID' : 'entitlementValue.entitlementID'}} where its id belongs.`,
    breaks: [{ document: site.document.name, pointer: site.pointer }],
  };
}

/** What a task is about. */
const subjects: Partial<Record<CallPurpose, readonly ('account' | 'entitlement')[]>> = {
  update: ['account'],
  enable: ['account'],
  disable: ['account'],
  remove: ['account'],
  'add-access': ['account', 'entitlement'],
  'remove-access': ['account', 'entitlement'],
};

/** What an expression that names one of them reads. */
const names = {
  account: /\b(account|userAccount|accountName|user|task)\b/,
  entitlement: /\b(entitlementValue|entitlement|task)\b/,
} as const;

const articles = { account: 'an account', entitlement: 'an entitlement' } as const;

/** Every way to print a value: `${account.accountID}`, with blocks inside or not, `$account.accountID`, `<%= account.accountID %>`. */
function expressionsOf(text: string): string {
  const printed = /\$\{(?:[^{}]|\{[^{}]*\})*\}|(?<!\\)\$[a-z]\w*|<%[\s\S]*?%>/gi;
  return [...text.matchAll(printed)].map(([expression]) => expression).join(' ');
}

/** Whose ids the parameter at a segment takes: those of the collection that an import lists, if it stands before it. */
function ownerOf(
  target: Target,
  { segments }: Operation,
  index: number,
): 'account' | 'entitlement' | undefined {
  if (!isParameter(segments[index] ?? '')) return undefined;
  const before = segments[index - 1];
  const lists = (purpose: 'import-accounts' | 'import-entitlements') =>
    target.operationFor(purpose)?.operation.segments.at(-1);
  if (before === lists('import-accounts')) return 'account';
  return before === lists('import-entitlements') ? 'entitlement' : undefined;
}
