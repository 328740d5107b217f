const usersUrl = 'http://localhost:8080/jama/rest/v1/users';

/** A call that sets the user active whom another one has made. */
export const activated = (create: Record<string, unknown>) => ({
  ...create,
  name: 'call2',
  url: `${usersUrl}/\${response.call1.message.meta.id}/active`,
  httpMethod: 'PUT',
  httpParams: '{"active":true}',
  successResponses: { statusCode: [200] },
});

const dependentCall = {
  connection: 'acctAuth',
  callOrder: 1,
  stageNumber: 3,
  listField: 'data',
};

const read = (url: string) => ({
  url,
  httpHeaders: { Authorization: '${access_token}', Accept: 'application/json' },
  httpContentType: 'application/json',
  httpMethod: 'GET',
});

/** A call that asks once more for each account, by its id. */
export const dependentAccountCall = {
  ...dependentCall,
  http: read(`${usersUrl}/\${accountName}`),
  keyField: 'accountID',
  nextApiKeyField: 'accountID',
  inputParams: { dependentCall: true },
  colsToPropsMap: { accountID: 'id~#~char', customproperty9: 'uid~#~char' },
};

/** The same for each group. */
export const dependentGroupCall = {
  ...dependentCall,
  http: read(`${usersUrl.replace('users', 'usergroups')}/\${entitlementID}`),
  keyField: 'entitlementID',
  inputParams: { entitlementname: 'usergroups' },
  colsToPropsMap: { entitlementID: 'id~#~char', customproperty3: 'name~#~char' },
};
