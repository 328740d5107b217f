import { type JsonObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { CallSite } from '../call-sites.js';
import type { Rule, RuleHit } from '../rule.js';

/** What each processing type must be told [documented: knowledge base article on the processing types]. */
const needs: Readonly<Record<string, readonly string[]>> = {
  httpEntToAcct: ['listField', 'acctIdPath', 'acctKeyField', 'entKeyField'],
  httpAcctToEnt: ['listField', 'entIdPath', 'entKeyField', 'acctKeyField'],
  http: ['listField', 'acctIdPath', 'entIdPath', 'acctKeyField', 'entKeyField'],
};

const call = {
  processingType: 'httpEntToAcct',
  http: { url: 'http://localhost:8080/jama/rest/v1/usergroups/${id}/users', httpMethod: 'GET' },
  listField: 'data',
  acctIdPath: 'id',
  acctKeyField: 'accountID',
  entKeyField: 'entitlementID',
};
const links = (call1: JsonObject) => ({
  entitlementParams: { entTypes: { usergroups: {} } },
  acctEntParams: { entTypes: { usergroups: { call: { call1 } } } },
});
const { entKeyField: _left, ...incomplete } = call;

export const linkKeysMissing: Rule = {
  id: 'link-keys-missing',
  severity: 'error',
  title: 'A call for links does not say by which fields account and entitlement are found.',
  why: 'EIC cannot bring the two together, and makes no links.',
  example: {
    trips: { ImportAccountEntJSON: links(incomplete) },
    passes: { ImportAccountEntJSON: links(call) },
  },
  *check({ calls }) {
    for (const site of calls.filter(({ purpose }) => purpose === 'import-links')) {
      const own = textOf(site.call.processingType);
      const inherited = textOf(objectOf(objectOf(site.document.value).acctEntParams).processingType);
      if (own === undefined) yield untyped(site, inherited);
      const type = own ?? inherited ?? '';
      yield* unaskedOwner(site, type);
      const missing = keysMissing(site, type);
      const fitting = missing.length > 0 ? fittingType(site) : undefined;
      if (own !== undefined && fitting !== undefined) yield otherType(site, type, missing, fitting);
      else yield* missing.map((key) => withoutKey(site, type, key));
    }
  },
};

function untyped(site: CallSite, inherited: string | undefined): RuleHit {
  const place = site.document.place(pointerTo(site.pointer, 'processingType'));
  const remedy = `"processingType": "${inherited ?? 'httpEntToAcct'}"`;
  return inherited === undefined
    ? {
        place,
        message: 'The call does not say how the links are found: it has no processingType.',
        remedy,
        breaks: [{ document: site.document.name, pointer: site.pointer }],
      }
    : {
        place,
        severity: 'warning',
        message: 'The call takes its processingType from acctEntParams; that EIC does so is not documented.',
        remedy,
      };
}

function keysMissing({ call }: CallSite, type: string): readonly string[] {
  return (needs[type] ?? []).filter((key) => call[key] === undefined);
}

/** The processing type that a call has everything for. */
function fittingType(site: CallSite): string | undefined {
  return Object.keys(needs).find((type) => keysMissing(site, type).length === 0);
}

function otherType(site: CallSite, type: string, missing: readonly string[], fitting: string): RuleHit {
  return {
    place: site.document.place(pointerTo(site.pointer, 'processingType')),
    message: `A call of type ${type} needs "${missing.join('", "')}"; this one has what ${fitting} needs.`,
    remedy: `"processingType": "${fitting}"`,
    breaks: [{ document: site.document.name, pointer: site.pointer }],
  };
}

/** Some published packages write `idPath` for either path. */
function withoutKey(site: CallSite, type: string, key: string): RuleHit {
  if (key.endsWith('IdPath') && site.call.idPath !== undefined)
    return {
      place: site.document.place(pointerTo(site.pointer, 'idPath'), 'key'),
      severity: 'warning',
      message: `"idPath" stands where a call of type ${type} has "${key}"; that EIC reads it is not documented.`,
      remedy: `Rename it: "${key}"`,
    };
  return {
    place: site.document.place(pointerTo(site.pointer, key)),
    message: `A call of type ${type} needs "${key}".`,
    remedy: `"${key}": "${usual[key] ?? 'id'}"`,
    breaks: [{ document: site.document.name, pointer: site.pointer }],
  };
}

/** A call that is made for each entitlement or account, and does not say of which one it asks. */
function* unaskedOwner(site: CallSite, type: string): Generator<RuleHit> {
  const texts = `${site.url ?? ''} ${site.params ?? ''}`;
  if (!/^http(?:EntToAcct|AcctToEnt)$/.test(type) || site.url === undefined || /\$\{[^}]*\bid\b/.test(texts))
    return;
  const other = /\$\{/.test(texts);
  yield {
    place: site.document.place(pointerTo(site.httpPointer, 'url')),
    severity: other ? 'warning' : 'error',
    message: `A call of type ${type} is made for each ${type === 'httpEntToAcct' ? 'entitlement' : 'account'}, and its URL does not hold \${id}.`,
    because: other
      ? 'Nothing else is documented to name the one that the call is made for.'
      : 'Each of them gets the same answer.',
    remedy: 'Write ${id} where the target wants the id.',
  };
}

const usual: Readonly<Record<string, string>> = {
  listField: 'data',
  acctKeyField: 'accountID',
  entKeyField: 'entitlementID',
};
