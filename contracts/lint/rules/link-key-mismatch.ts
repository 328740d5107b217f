import { pointerTo, textOf } from '../../../connector/index.js';
import { columnSources, elementSchema } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

const linkCall = (acctIdPath: string) => ({
  processingType: 'httpEntToAcct',
  http: { ...exampleAccountCall.http, url: 'http://localhost:8080/jama/rest/v1/usergroups/${id}/users' },
  listField: 'data',
  entKeyField: 'entitlementID',
  acctIdPath,
  acctKeyField: 'accountID',
  pagination: exampleAccountCall.pagination,
});
const withLinks = (acctIdPath: string) => ({
  ...exampleAccountImport({}),
  acctEntParams: { entTypes: { usergroups: { call: { call1: linkCall(acctIdPath) } } } },
});

export const linkKeyMismatch: Rule = {
  id: 'link-key-mismatch',
  severity: 'error',
  title: 'Links look for their account by another field than the one the accounts were imported with.',
  why: 'No member is found among the accounts, so nobody has the access that the target gave.',
  example: {
    trips: { ImportAccountEntJSON: withLinks('uid') },
    passes: { ImportAccountEntJSON: withLinks('id') },
  },
  *check({ calls, target }) {
    const accounts = calls.filter(({ purpose }) => purpose === 'import-accounts');
    for (const site of calls) {
      const path = textOf(site.call.acctIdPath);
      const column = textOf(site.call.acctKeyField)?.toLowerCase();
      const element = elementSchema(target, site);
      if (site.purpose !== 'import-links' || path === undefined || !element) continue;
      for (const account of accounts.filter((one) => elementSchema(target, one) === element)) {
        const source = columnSources(target, account).find((one) => one.column.toLowerCase() === column);
        // A field that the answer does not have is told of where it is mapped.
        if (!source?.path || !source.schema || source.path === path) continue;
        if (path === target.lists?.idPath && source.column.toLowerCase() === 'accountid') {
          yield {
            place: account.document.place(source.pointer),
            message: `"${source.column}" is taken from "${source.path}", but members are looked up by "${path}".`,
            remedy: `"${source.column}": "${path}~#~char"`,
            breaks: [{ document: site.document.name, pointer: site.pointer }],
          };
          continue;
        }
        yield {
          place: site.document.place(pointerTo(site.pointer, 'acctIdPath')),
          message: `Members are looked up by "${path}", but "${source.column}" of the accounts was taken from "${source.path}".`,
          remedy: `"acctIdPath": "${source.path}"`,
        };
      }
    }
  },
};
