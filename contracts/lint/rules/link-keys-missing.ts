import { type JsonObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import type { Rule } from '../rule.js';

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
      const type = own ?? inherited ?? '';
      if (own === undefined) {
        yield {
          place: site.document.place(site.pointer),
          severity: inherited === undefined ? 'error' : 'warning',
          message:
            inherited === undefined
              ? 'The call does not say how the links are found: it has no processingType.'
              : 'The call takes its processingType from acctEntParams; that EIC does so is not documented.',
          remedy: `"processingType": "${inherited ?? 'httpEntToAcct'}"`,
        };
      }
      for (const key of (needs[type] ?? []).filter((one) => isMissing(site.call, one))) {
        yield {
          place: site.document.place(pointerTo(site.pointer, key)),
          message: `A call of type ${type} needs "${key}".`,
          remedy: `"${key}": "${usual[key] ?? 'id'}"`,
        };
      }
    }
  },
};

const usual: Readonly<Record<string, string>> = {
  listField: 'data',
  acctKeyField: 'accountID',
  entKeyField: 'entitlementID',
};

/** Some published packages write `idPath` for either path. */
function isMissing(call: JsonObject, key: string): boolean {
  return call[key] === undefined && !(key.endsWith('IdPath') && call.idPath !== undefined);
}
