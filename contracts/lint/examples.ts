import type { JsonObject } from '../../connector/index.js';

/** A provisioning call that is right, to be spread into the examples of rules that speak of something else. */
export const exampleCall = {
  name: 'call1',
  connection: 'acctAuth',
  url: 'http://localhost:8080/jama/rest/v1/users/${account.accountID}',
  httpMethod: 'PUT',
  httpParams: '{"title":"${user.title}"}',
  httpHeaders: { Authorization: '${access_token}' },
  httpContentType: 'application/json',
  successResponses: { statusCode: [200] },
};

/** An account import that is right: every page of the users, with the numeric id as accountID. */
export const exampleAccountCall = {
  callOrder: 0,
  http: {
    url: 'http://localhost:8080/jama/rest/v1/users?includeInactive=true',
    httpHeaders: { Authorization: '${access_token}' },
    httpContentType: 'application/json',
    httpMethod: 'GET',
  },
  listField: 'data',
  keyField: 'accountID',
  colsToPropsMap: { accountID: 'id~#~char', name: 'username~#~char' },
  pagination: {
    offset: {
      offsetParam: 'startAt',
      batchParam: 'maxResults',
      batchSize: 50,
      totalCountPath: 'completeResponseMap.meta.pageInfo.totalResults',
    },
  },
};

/** ImportAccountEntJSON with that account call, changed as given. */
export function exampleAccountImport(changes: Readonly<Record<string, unknown>>) {
  return {
    accountParams: { connection: 'acctAuth', call: { call1: { ...exampleAccountCall, ...changes } } },
  };
}

/** The same with a call for the links, which looks accounts up by a column. */
export function exampleLinkImport(acctKeyField = 'accountID') {
  return {
    ...exampleAccountImport({}),
    acctEntParams: {
      entTypes: {
        usergroups: {
          call: {
            call1: {
              processingType: 'httpEntToAcct',
              http: {
                ...exampleAccountCall.http,
                url: 'http://localhost:8080/jama/rest/v1/usergroups/${id}/users',
              },
              listField: 'data',
              entKeyField: 'entitlementID',
              acctIdPath: 'id',
              acctKeyField,
              pagination: exampleAccountCall.pagination,
            },
          },
        },
      },
    },
  };
}

/** Import JSON with one kind of entitlements, whose columns have labels. */
export function exampleLabelledImport(
  entTypeLabels: JsonObject,
  columns: JsonObject = { customproperty1: 'description~#~char', customproperty2: 'project~#~char' },
) {
  const call1 = {
    ...exampleAccountCall,
    http: { ...exampleAccountCall.http, url: 'http://localhost:8080/jama/rest/v1/usergroups' },
    keyField: 'entitlementID',
    colsToPropsMap: { entitlementID: 'id~#~char', entitlement_value: 'name~#~char', ...columns },
  };
  return {
    entitlementParams: {
      connection: 'acctAuth',
      processingType: 'SequentialAndIterative',
      doNotChangeIfFailed: true,
      successResponses: { statusCode: [200] },
      entTypes: { usergroups: { entTypeLabels, call: { call1 } } },
    },
  };
}
