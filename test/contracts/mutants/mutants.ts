import { activated, dependentAccountCall } from './more-calls.js';
import { type Change, json, type Mutant, mutate, remove, rename, swap, type Texts, to } from './mutant.js';

type Row = readonly [title: string, document: string, pointer: string, change: Change, ...also: string[]];

const accountCall = '/accountParams/call/call1';
const groupCall = '/entitlementParams/entTypes/usergroups/call/call1';
const linkCall = '/acctEntParams/entTypes/usergroups/call/call1';
const auth = '/authentications/acctAuth';
const test = `${auth}/testConnectionParams`;
const times = '/connectionTimeoutConfig';
const status = '/statusAndThresholdConfig';
const usersUrl = 'http://localhost:8080/jama/rest/v1/users';
const groupsUrl = 'http://localhost:8080/jama/rest/v1/usergroups';

const info = 'response.completeResponseMap.meta.pageInfo';
const sum = `Math.addExact(${info}.startIndex,${info}.resultCount)`;
const nextPages = (address: string) => ({
  nextUrl: {
    nextUrlPath: `\${response?.objectList?.size()>0 && ${sum}<${info}.totalResults?${address}+'&maxResults=50':null}`,
  },
});
const numberedPages = {
  page: {
    pageNumberParam: 'startAt',
    pageSizeParam: 'maxResults',
    pageSize: 50,
    firstPageNumber: 0,
    totalCountPath: 'completeResponseMap.meta.pageInfo.totalResults',
  },
};

const importRows: readonly Row[] = [
  ['accountID from uid', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/accountID`, to('uid~#~char')],
  [
    'accountID from the user name',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/accountID`,
    to('username~#~char'),
  ],
  ['accountID not mapped', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/accountID`, remove],
  [
    'name from a field that is not there',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/name`,
    to('userName~#~char'),
  ],
  ['name not mapped', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/name`, remove],
  [
    'date from a text',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/displayName`,
    to('email~#~date'),
  ],
  [
    'success status of a creation',
    'ImportAccountEntJSON',
    '/accountParams/successResponses/statusCode',
    to([201]),
  ],
  ['XML accepted', 'ImportAccountEntJSON', `${accountCall}/http/httpHeaders/Accept`, to('application/xml')],
  ['type separator lost', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/accountID`, to('id')],
  ['column type unknown', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/accountID`, to('id~#~chr')],
  [
    'status column from another field',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/customproperty3`,
    to('licenseType~#~char'),
    `STATUS_THRESHOLD_CONFIG#${status}`,
  ],
  [
    'status column not mapped',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/customproperty3`,
    remove,
    `STATUS_THRESHOLD_CONFIG#${status}`,
  ],
  ['keyField wrong', 'ImportAccountEntJSON', `${accountCall}/keyField`, to('id')],
  ['keyField missing', 'ImportAccountEntJSON', `${accountCall}/keyField`, remove],
  ['listField wrong', 'ImportAccountEntJSON', `${accountCall}/listField`, to('users')],
  ['listField misspelt', 'ImportAccountEntJSON', `${accountCall}/listField`, rename('listPath')],
  [
    'colsToPropsMap misspelt',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap`,
    rename('colsToPropMap'),
  ],
  [
    'page size above the cap',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/batchSize`,
    to('100'),
  ],
  [
    'offset parameter wrong',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/offsetParam`,
    to('startIndex'),
  ],
  [
    'size parameter wrong',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/batchParam`,
    to('pageSize'),
  ],
  [
    'total path wrong',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/totalCountPath`,
    to('completeResponseMap.meta.total'),
  ],
  ['pagination missing', 'ImportAccountEntJSON', `${accountCall}/pagination`, remove],
  ['pagination misspelt', 'ImportAccountEntJSON', `${accountCall}/pagination`, rename('page')],
  ['users: path wrong', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('/users', '/user')],
  ['users: no scheme', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('http://', '')],
  ['users: version wrong', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('/v1/', '/v2/')],
  ['users: method wrong', 'ImportAccountEntJSON', `${accountCall}/http/httpMethod`, to('POST')],
  [
    'users: inactive left out',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('?includeInactive=true', ''),
  ],
  [
    'users: no Authorization',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    remove,
  ],
  [
    'users: double Bearer',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    to('Bearer ${access_token}'),
  ],
  [
    'users: Authorization misspelt',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    rename('Authorisation'),
    `${accountCall}/http/httpHeaders`,
  ],
  [
    'users: token without an expression',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    to('access_token'),
  ],
  [
    'users: token misspelt',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    to('${accessToken}'),
  ],
  ['accounts: connection unknown', 'ImportAccountEntJSON', '/accountParams/connection', to('userAuth')],
  ['groups: path wrong', 'ImportAccountEntJSON', `${groupCall}/http/url`, swap('/usergroups', '/groups')],
  [
    'entitlementID from a missing field',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap/entitlementID`,
    to('groupId~#~char'),
  ],
  [
    'entitlementID from the name',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap/entitlementID`,
    to('name~#~char'),
  ],
  [
    'entitlement_value misspelt',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap/entitlement_value`,
    rename('entitlementvalue'),
  ],
  [
    'groups: page size above the cap',
    'ImportAccountEntJSON',
    `${groupCall}/pagination/offset/batchSize`,
    to(200),
  ],
  ['links: path wrong', 'ImportAccountEntJSON', `${linkCall}/http/url`, swap('/users', '/members')],
  ['links: id misspelt', 'ImportAccountEntJSON', `${linkCall}/http/url`, swap('${id}', '${entId}')],
  ['links: account id path wrong', 'ImportAccountEntJSON', `${linkCall}/acctIdPath`, to('uid')],
  ['links: account id path missing', 'ImportAccountEntJSON', `${linkCall}/acctIdPath`, remove],
  [
    'links: account key column wrong',
    'ImportAccountEntJSON',
    `${linkCall}/acctKeyField`,
    to('name'),
    `${linkCall}/acctIdPath`,
  ],
  [
    'links: entitlement key column wrong',
    'ImportAccountEntJSON',
    `${linkCall}/entKeyField`,
    to('entitlement_value'),
  ],
  [
    'links: processing type unknown',
    'ImportAccountEntJSON',
    `${linkCall}/processingType`,
    to('httpEntToAccount'),
  ],
  ['links: pagination missing', 'ImportAccountEntJSON', `${linkCall}/pagination`, remove],
  [
    'links: page size above the cap',
    'ImportAccountEntJSON',
    `${linkCall}/pagination/offset/batchSize`,
    to(100),
  ],
  ['links: list field wrong', 'ImportAccountEntJSON', `${linkCall}/listField`, to('members')],
  ['links: section misspelt', 'ImportAccountEntJSON', '/acctEntParams', rename('accEntParams')],
  ['activeStatus misspelt', 'STATUS_THRESHOLD_CONFIG', `${status}/activeStatus`, rename('active')],
  [
    'activeStatus with another value',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/activeStatus`,
    to(['active']),
    status,
  ],
  ['activeStatus with a boolean', 'STATUS_THRESHOLD_CONFIG', `${status}/activeStatus`, to([true])],
  ['statusColumn wrong', 'STATUS_THRESHOLD_CONFIG', `${status}/statusColumn`, to('customproperty30'), status],
  [
    'threshold misspelt',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/accountThresholdValue`,
    rename('accountThreshold'),
  ],
];

/** Mistakes in an import that must be found right at their place or at a value that depends on them. */
const preciseRows: readonly Row[] = [
  ['accounts: whole section missing', 'ImportAccountEntJSON', '/accountParams', remove],
  ['groups: whole section missing', 'ImportAccountEntJSON', '/entitlementParams', remove],
  ['links: whole section missing', 'ImportAccountEntJSON', '/acctEntParams', remove],
  ['accounts: no connection', 'ImportAccountEntJSON', '/accountParams/connection', remove],
  ['groups: no processing type', 'ImportAccountEntJSON', '/entitlementParams/processingType', remove],
  ['accounts: no call', 'ImportAccountEntJSON', accountCall, remove],
  ['groups: no call', 'ImportAccountEntJSON', '/entitlementParams/entTypes/usergroups/call', remove],
  ['links: no call', 'ImportAccountEntJSON', linkCall, remove],
  ['links: no request', 'ImportAccountEntJSON', `${linkCall}/http`, remove],
  ['users: no url', 'ImportAccountEntJSON', `${accountCall}/http/url`, remove],
  ['users: no list field', 'ImportAccountEntJSON', `${accountCall}/listField`, remove],
  ['users: the answer as list', 'ImportAccountEntJSON', `${accountCall}/listField`, to('')],
  ['users: part of the answer as list', 'ImportAccountEntJSON', `${accountCall}/listField`, to('data[0]')],
  [
    'users: status code misspelt',
    'ImportAccountEntJSON',
    '/accountParams/successResponses/statusCode',
    rename('statusCodes'),
  ],
  ['users: no status', 'ImportAccountEntJSON', '/accountParams/successResponses/statusCode', to([])],
  ['users: rest lost', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('/rest/v1', '/v1')],
  ['users: blank before the url', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('http:', ' http:')],
  [
    'users: one slash after the scheme',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('http://', 'http:/'),
  ],
  [
    'users: two slashes in the path',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('/v1/', '/v1//'),
  ],
  [
    'users: HTML ampersand',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('=true', '=true&amp;project=1'),
  ],
  [
    'users: inactive with another word',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('=true', '=True'),
  ],
  [
    'users: begins at a fixed record',
    'ImportAccountEntJSON',
    `${accountCall}/http/url`,
    swap('=true', '=true&startAt=0'),
  ],
  ['users: method in lower case', 'ImportAccountEntJSON', `${accountCall}/http/httpMethod`, to('get')],
  [
    'users: token in quotes',
    'ImportAccountEntJSON',
    `${accountCall}/http/httpHeaders/Authorization`,
    to('"${access_token}"'),
  ],
  ['users: half a media type', 'ImportAccountEntJSON', `${accountCall}/http/httpHeaders/Accept`, to('json')],
  ['keyField by display name', 'ImportAccountEntJSON', `${accountCall}/keyField`, to('displayName')],
  ['keyField by status', 'ImportAccountEntJSON', `${accountCall}/keyField`, to('customproperty3')],
  ['account id as date', 'ImportAccountEntJSON', `${accountCall}/colsToPropsMap/accountID`, to('id~#~date')],
  [
    'two columns from one field',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/customproperty1`,
    to('lastName~#~char'),
  ],
  [
    'group value from the id',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap/entitlement_value`,
    to('id~#~char'),
  ],
  [
    'entitlementID from the project',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap/entitlementID`,
    to('project~#~char'),
  ],
  [
    'label of a column without a value',
    'ImportAccountEntJSON',
    '/entitlementParams/entTypes/usergroups/entTypeLabels/customproperty2',
    rename('customproperty4'),
  ],
  [
    'total: number of a page',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/totalCountPath`,
    to('completeResponseMap.meta.pageInfo.resultCount'),
  ],
  ['total: a number', 'ImportAccountEntJSON', `${accountCall}/pagination/offset/totalCountPath`, to(50)],
  [
    'paging parameters exchanged',
    'ImportAccountEntJSON',
    `${accountCall}/pagination/offset/offsetParam`,
    to('maxResults'),
  ],
  [
    'next page from two numbers behind a text',
    'ImportAccountEntJSON',
    `${accountCall}/pagination`,
    to(nextPages(`'${usersUrl}?includeInactive=true&startAt='+${info}.startIndex+${info}.resultCount`)),
  ],
  [
    'next page of another record',
    'ImportAccountEntJSON',
    `${accountCall}/pagination`,
    to(nextPages(`'${usersUrl}?includeInactive=true&startAt=50'`)),
  ],
  [
    'next page of another group',
    'ImportAccountEntJSON',
    `${linkCall}/pagination`,
    to(nextPages(`'${groupsUrl}/31/users?startAt='+${sum}`)),
  ],
  [
    'next page from a link that nobody gives',
    'ImportAccountEntJSON',
    `${accountCall}/pagination`,
    to({ nextUrl: { nextUrlPath: '${response?.completeResponseMap?.links?.next}' } }),
  ],
  ['numbers of pages for records', 'ImportAccountEntJSON', `${accountCall}/pagination`, to(numberedPages)],
  ['page size missing', 'ImportAccountEntJSON', `${accountCall}/pagination/offset/batchSize`, remove],
  ['page size negative', 'ImportAccountEntJSON', `${accountCall}/pagination/offset/batchSize`, to(-50)],
  ['links: id in braces only', 'ImportAccountEntJSON', `${linkCall}/http/url`, swap('${id}', '{id}')],
  ['links: always the same group', 'ImportAccountEntJSON', `${linkCall}/http/url`, swap('${id}', '1')],
  ['links: of another type', 'ImportAccountEntJSON', `${linkCall}/processingType`, to('httpAcctToEnt')],
  ['links: from the records', 'ImportAccountEntJSON', `${linkCall}/processingType`, to('acctToEntMapping')],
  ['links: no processing type', 'ImportAccountEntJSON', `${linkCall}/processingType`, remove],
  [
    'links: entitlement column not filled',
    'ImportAccountEntJSON',
    `${linkCall}/entKeyField`,
    to('entitlementValue'),
  ],
  [
    'links: entitlement column with the project',
    'ImportAccountEntJSON',
    `${linkCall}/entKeyField`,
    to('customproperty2'),
  ],
  [
    'name from a part of the user name',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/name`,
    to("#CONST#${response.username.split('@')[0]}~#~char"),
  ],
  ['a success for a token that ran out', 'ConnectionJSON', `${auth}/retryFailureStatusCode`, to([401, 200])],
  ['test: user that is not there', 'ConnectionJSON', `${test}/http/url`, swap('/current', '/me')],
  ['enable: own key of EIC', 'EnableAccountJSON', '/call/0/url', swap('account.accountID', 'account.id')],
  ['remove: key of the user', 'RemoveAccountJSON', '/call/0/url', swap('account.accountID', 'user.id')],
  [
    'disable: column that nothing fills',
    'DisableAccountJSON',
    '/call/0/url',
    swap('account.accountID', 'account.customproperty10'),
  ],
  [
    'add access: the project',
    'AddAccessJSON',
    '/call/0/url',
    swap('entitlementValue.entitlementID', 'entitlementValue.customproperty2'),
  ],
  [
    'add access: key of the user',
    'AddAccessJSON',
    '/call/0/httpParams',
    swap('account.accountID', 'user.id'),
  ],
  ['create: call renamed', 'CreateAccountJSON', '/call/0/name', to('createUser'), '/accountIdPath'],
  ['links: account column not filled', 'ImportAccountEntJSON', `${linkCall}/acctKeyField`, to('id')],
  [
    'statusColumn with the licence',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/statusColumn`,
    to('customproperty8'),
    `${status}/activeStatus`,
  ],
  ['statusColumn missing', 'STATUS_THRESHOLD_CONFIG', `${status}/statusColumn`, remove],
  ['activeStatus in another case', 'STATUS_THRESHOLD_CONFIG', `${status}/activeStatus`, to(['True'])],
  [
    'activeStatus with everything',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/activeStatus`,
    to(['true', 'false']),
  ],
  ['account threshold zero', 'STATUS_THRESHOLD_CONFIG', `${status}/accountThresholdValue`, to(0)],
  ['account threshold negative', 'STATUS_THRESHOLD_CONFIG', `${status}/accountThresholdValue`, to(-1)],
  ['account threshold huge', 'STATUS_THRESHOLD_CONFIG', `${status}/accountThresholdValue`, to(1_000_000_000)],
  [
    'group threshold one',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/entThresholdValue/entType/usergroups/ent`,
    to(1),
  ],
  [
    'group threshold misspelt',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/entThresholdValue/entType`,
    rename('entTypes'),
  ],
  ['users: another port', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap(':8080', ':8081')],
  ['users: another scheme', 'ImportAccountEntJSON', `${accountCall}/http/url`, swap('http:', 'https:')],
  [
    'users: next address without a host',
    'ImportAccountEntJSON',
    `${accountCall}/pagination`,
    to({
      nextUrl: {
        nextUrlPath:
          "${response?.objectList?.size()>0 ? '/rest/v1/users?includeInactive=true&startAt=' + (response.completeResponseMap.meta.pageInfo.startIndex + 50) : null}",
      },
    }),
  ],
  [
    'users: one licence for all',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/customproperty8`,
    to('#CONST#NAMED~#~char'),
  ],
  [
    'account id with half a separator',
    'ImportAccountEntJSON',
    `${accountCall}/colsToPropsMap/accountID`,
    to('id#~char'),
  ],
  [
    'users: user name in the path of a call for each account',
    'ImportAccountEntJSON',
    '/accountParams/call/call1',
    (_, parent) => {
      parent.call2 = { ...dependentAccountCall, nextApiKeyField: 'name' };
    },
    '/accountParams/call/call2',
  ],
  [
    'groups: description under the label of the project',
    'ImportAccountEntJSON',
    `${groupCall}/colsToPropsMap`,
    (_, parent, key) => {
      const columns = parent[key] as Record<string, unknown>;
      const { customproperty1, customproperty2 } = columns;
      parent[key] = { ...columns, customproperty1: customproperty2, customproperty2: customproperty1 };
    },
  ],
  [
    'groups: those that are gone are kept',
    'ImportAccountEntJSON',
    `${groupCall}/disableDeletedEntitlements`,
    to(false),
  ],
  [
    'locked status from an empty column',
    'STATUS_THRESHOLD_CONFIG',
    status,
    (_, parent, key) => {
      parent[key] = { ...(parent[key] as object), lockedStatusColumn: 'customproperty9' };
    },
  ],
  ['access of accounts that are gone', 'STATUS_THRESHOLD_CONFIG', `${status}/deleteLinks`, to(false)],
  ['access that is gone', 'STATUS_THRESHOLD_CONFIG', `${status}/deleteAccEntForActiveAccounts`, to(false)],
  ['groups that are gone', 'STATUS_THRESHOLD_CONFIG', `${status}/inactivateEntsNotInFeed`, to(false)],
  [
    'what becomes of access is left out',
    'STATUS_THRESHOLD_CONFIG',
    `${status}/deleteAccEntForActiveAccounts`,
    remove,
  ],
];

const connectionRows: readonly Row[] = [
  [
    'no refresh on 401',
    'ConnectionJSON',
    `${auth}/retryFailureStatusCode`,
    (_, parent) => {
      for (const key of ['retryFailureStatusCode', 'errorPath', 'authError', 'expiryError'])
        delete parent[key];
    },
  ],
  ['token path wrong', 'ConnectionJSON', `${auth}/tokenResponsePath`, to('token')],
  ['token type missing', 'ConnectionJSON', `${auth}/tokenType`, to('')],
  ['grant type wrong', 'ConnectionJSON', `${auth}/httpParams/grant_type`, to('password')],
  ['token URL with a slash at its end', 'ConnectionJSON', `${auth}/url`, swap('/token', '/token/')],
  ['token URL below the version', 'ConnectionJSON', `${auth}/url`, swap('/rest/oauth', '/rest/v1/oauth')],
  ['token method wrong', 'ConnectionJSON', `${auth}/httpMethod`, to('GET')],
  ['token as JSON', 'ConnectionJSON', `${auth}/httpContentType`, to('application/json')],
  ['httpParams missing', 'ConnectionJSON', `${auth}/httpParams`, remove],
  [
    'retry key misspelt',
    'ConnectionJSON',
    `${auth}/retryFailureStatusCode`,
    rename('retryFailureStatusCodes'),
  ],
  ['authType misspelt', 'ConnectionJSON', `${auth}/authType`, to('oauth')],
  [
    'authentication renamed',
    'ConnectionJSON',
    auth,
    rename('userAuth'),
    'ImportAccountEntJSON#/accountParams/connection',
    'ImportAccountEntJSON#/accountParams',
  ],
  ['token method in small letters', 'ConnectionJSON', `${auth}/httpMethod`, to('post')],
  ['token URL without a scheme', 'ConnectionJSON', `${auth}/url`, swap('http://', '')],
  ['client without Basic', 'ConnectionJSON', `${auth}/httpHeaders/Authorization`, to('AUTHORIZATION')],
  ['token type of another scheme', 'ConnectionJSON', `${auth}/tokenType`, to('Basic')],
  ['token path to its type', 'ConnectionJSON', `${auth}/tokenResponsePath`, to('token_type')],
  ['no refresh allowed', 'ConnectionJSON', `${auth}/maxRefreshTryCount`, to(0)],
  ['authType of another kind', 'ConnectionJSON', `${auth}/authType`, to('Basic')],
  ['token URL without the context path', 'ConnectionJSON', `${auth}/url`, swap('/jama', '')],
  ['token URL with another scheme', 'ConnectionJSON', `${auth}/url`, swap('http:', 'https:')],
  ['token type with a blank', 'ConnectionJSON', `${auth}/tokenType`, to('Bearer ')],
  [
    'an error text of a success',
    'ConnectionJSON',
    auth,
    (_, parent, key) => {
      parent[key] = { ...(parent[key] as object), errorPath: 'meta.status', authError: ['OK'] };
    },
  ],
  [
    'token request with two content types',
    'ConnectionJSON',
    `${auth}/httpHeaders`,
    (_, parent, key) => {
      parent[key] = { ...(parent[key] as object), 'Content-Type': 'application/json' };
    },
  ],
  [
    'limit of a task that there is not',
    'ConfigJSON',
    times,
    (_, parent) => {
      parent.provisioningLimit = { types: { NEWACCOUNTS: 10 }, waitTimeMillis: 1000 };
    },
    '/provisioningLimit',
  ],
  ['test: path', 'ConnectionJSON', `${test}/http/url`, swap('/current', '/me')],
  ['test: no Authorization', 'ConnectionJSON', `${test}/http/httpHeaders/Authorization`, remove],
  ['test: success text', 'ConnectionJSON', `${test}/successResponses`, to(['200'])],
  ['test: no success text', 'ConnectionJSON', `${test}/successResponses`, remove],
  ['test: success path', 'ConnectionJSON', `${test}/successResponsePath`, to('data.status')],
  ['test: request misplaced', 'ConnectionJSON', `${test}/http`, rename('request')],
  ['time-out in milliseconds', 'ConfigJSON', `${times}/readTimeout`, to(60_000)],
  ['time-out negative', 'ConfigJSON', `${times}/connectionTimeout`, to(-10)],
];

const provisioning = (name: string): readonly Row[] => [
  [`${name}: no Authorization`, name, '/call/0/httpHeaders/Authorization', remove],
  [`${name}: connection unknown`, name, '/call/0/connection', to('entAuth')],
  [`${name}: url misspelt`, name, '/call/0/url', rename('URL')],
  [`${name}: another version of the API`, name, '/call/0/url', swap('/rest/v1/', '/rest/')],
];

const taskRows: readonly Row[] = [
  ...['CreateAccountJSON', 'UpdateAccountJSON', 'DisableAccountJSON', 'AddAccessJSON'].flatMap(provisioning),
  ['create: account id path', 'CreateAccountJSON', '/accountIdPath', to('accountName')],
  [
    'create: account id path of another call',
    'CreateAccountJSON',
    '/accountIdPath',
    to('call2.message.meta.id'),
  ],
  ['create: account id path to nothing', 'CreateAccountJSON', '/accountIdPath', to('call1.message.data.id')],
  [
    'create: column from nothing',
    'CreateAccountJSON',
    '/accountIdPath',
    (_, parent) => {
      parent.responseColsToPropsMap = { customproperty8: 'call1.message.data.licenseType~#~char' };
    },
    '/responseColsToPropsMap/customproperty8',
  ],
  [
    'create: a second call before the first',
    'CreateAccountJSON',
    '/call/0',
    (create, parent) => {
      parent['0'] = activated(create as Record<string, unknown>);
      parent['1'] = create;
    },
  ],
  [
    'create: password of the user',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap('String(password)', 'String(user.password)'),
  ],
  ['create: new lost', 'CreateAccountJSON', '/call/0/httpParams', swap('${new com', '${com')],
  [
    'update: one licence for all',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap('{"firstName"', '{"licenseType":"NAMED","firstName"'),
  ],
  ['create: method', 'CreateAccountJSON', '/call/0/httpMethod', to('PUT')],
  ['create: unclosed', 'CreateAccountJSON', '/call/0/httpParams', swap('(user.email)}', '(user.email)')],
  [
    'create: attribute misspelt',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap('user.firstname', 'user.fristname'),
  ],
  ['create: wrong case', 'CreateAccountJSON', '/call/0/httpParams', swap('user.lastname', 'user.lastName')],
  [
    'create: lost escape',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('user.firstname'), '"${user.firstname}"'),
  ],
  [
    'create: null printed',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(
      '${user.title==null?\'""\':new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(user.title)}',
      '"${user.title}"',
    ),
  ],
  ['create: field misspelt', 'CreateAccountJSON', '/call/0/httpParams', swap('"firstName"', '"firstname"')],
  [
    'create: field missing',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(`"email":${json('user.email')},`, ''),
  ],
  ['create: licence unknown', 'CreateAccountJSON', '/call/0/httpParams', swap('NAMED', 'NAME')],
  [
    'create: form instead of JSON',
    'CreateAccountJSON',
    '/call/0/httpContentType',
    to('application/x-www-form-urlencoded'),
  ],
  ['create: success condition', 'CreateAccountJSON', '/call/0/successResponses/statusCode', to([200])],
  [
    'create: success condition as text',
    'CreateAccountJSON',
    '/call/0/successResponses',
    rename('SuccessResponses'),
  ],
  [
    'create: names exchanged',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('user.firstname'), json('user.lastname')),
  ],
  [
    'create: user name from the mail address',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('accountName'), json('user.email')),
  ],
  [
    'create: one password for all',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('password'), '"Welcome1!"'),
  ],
  [
    'create: password not escaped',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('password'), '"${password}"'),
  ],
  [
    'create: another attribute guarded',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap('user.title==null', 'user.location==null'),
  ],
  [
    'create: title from the location',
    'CreateAccountJSON',
    '/call/0/httpParams',
    (value, parent, key) => {
      parent[key] = String(value).replaceAll('user.title', 'user.location');
    },
  ],
  ['create: comma lost', 'CreateAccountJSON', '/call/0/httpParams', swap(',"email"', '"email"')],
  [
    'create: dollar lost',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap(json('user.email'), '"{user.email}"'),
  ],
  [
    'create: status key misspelt',
    'CreateAccountJSON',
    '/call/0/successResponses/statusCode',
    rename('statuscode'),
  ],
  ['create: refusals succeed', 'CreateAccountJSON', '/call/0/successResponses/statusCode', to([201, 409])],
  [
    'update: mail address left out',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap(`"email":${json('user.email')},`, ''),
  ],
  [
    'update: another mail address',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap('user.email', 'user.secondaryEmail'),
  ],
  ['update: no content type', 'UpdateAccountJSON', '/call/0/httpContentType', remove],
  ['enable: no body', 'EnableAccountJSON', '/call/0/httpParams', remove],
  [
    'add access: group for user',
    'AddAccessJSON',
    '/call/0/httpParams',
    swap('account.accountID', 'entitlementValue.entitlementID'),
  ],
  ['add access: version that there is not', 'AddAccessJSON', '/call/0/url', swap('/rest/v1/', '/rest/v2/')],
  ['add access: attribute misspelt', 'AddAccessJSON', '/call/0/url', swap('entitlementID', 'entitlementId')],
  [
    'remove access: path into no body',
    'RemoveAccessJSON',
    '/call/0/successResponses',
    to({ 'meta.status': ['OK'] }),
  ],
  ['remove access: small letters', 'RemoveAccessJSON', '/call/0/httpMethod', to('delete')],
  ['update: id from the name', 'UpdateAccountJSON', '/call/0/url', swap('account.accountID', 'account.name')],
  ['update: id misspelt', 'UpdateAccountJSON', '/call/0/url', swap('account.accountID', 'account.accountId')],
  [
    'update: id of the wrong thing',
    'UpdateAccountJSON',
    '/call/0/url',
    swap('account.accountID', 'user.username'),
  ],
  [
    'update: a password',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap('{"firstName"', `{"password":${json('password')},"firstName"`),
  ],
  [
    'create: condition inverted',
    'CreateAccountJSON',
    '/call/0/httpParams',
    swap('user.title==null', 'user.title!=null'),
  ],
  ['update: method', 'UpdateAccountJSON', '/call/0/httpMethod', to('PATCH')],
  [
    'update: lost escape',
    'UpdateAccountJSON',
    '/call/0/httpParams',
    swap(json('user.lastname'), '"${user.lastname}"'),
  ],
  ['update: quote lost', 'UpdateAccountJSON', '/call/0/httpParams', swap('"lastName"', '"lastName')],
  ['disable: text for a boolean', 'DisableAccountJSON', '/call/0/httpParams', swap('false', '"false"')],
  ['disable: enables', 'DisableAccountJSON', '/call/0/httpParams', swap('false', 'true')],
  ['disable: path', 'DisableAccountJSON', '/call/0/url', swap('/active', '/inactive')],
  ['enable: disables', 'EnableAccountJSON', '/call/0/httpParams', swap('true', 'false')],
  ['enable: key misspelt', 'EnableAccountJSON', '/call/0/httpParams', swap('active', 'isActive')],
  ['enable: success condition', 'EnableAccountJSON', '/call/0/successResponses/statusCode', to([204])],
  ['remove: deletes', 'RemoveAccountJSON', '/call/0/httpMethod', to('DELETE')],
  ['add access: type name', 'AddAccessJSON', '/call/0/name', to('UserGroups')],
  [
    'add access: ids exchanged',
    'AddAccessJSON',
    '/call/0/url',
    swap('entitlementValue.entitlementID', 'account.accountID'),
  ],
  ['add access: wrong key in the body', 'AddAccessJSON', '/call/0/httpParams', swap('"user"', '"userId"')],
  [
    'add access: id in quotes',
    'AddAccessJSON',
    '/call/0/httpParams',
    swap('${account.accountID}', '"${account.accountID}"'),
  ],
  [
    'add access: name instead of id',
    'AddAccessJSON',
    '/call/0/url',
    swap('entitlementID', 'entitlement_value'),
  ],
  [
    'remove access: ids exchanged',
    'RemoveAccessJSON',
    '/call/0/url',
    (value, parent, key) => {
      parent[key] = String(value)
        .replace('${entitlementValue.entitlementID}', '@')
        .replace('${account.accountID}', '${entitlementValue.entitlementID}')
        .replace('@', '${account.accountID}');
    },
  ],
  [
    'remove access: the whole group',
    'RemoveAccessJSON',
    '/call/0/url',
    swap('/users/${account.accountID}', ''),
  ],
  ['remove access: method', 'RemoveAccessJSON', '/call/0/httpMethod', to('POST')],
  ['remove access: success condition', 'RemoveAccessJSON', '/call/0/successResponses/statusCode', to([200])],
  ['remove access: type name', 'RemoveAccessJSON', '/call/0/name', to('usergroup')],
];

/** Mistakes in the text itself, which is no JSON any more. */
const textRows: readonly (readonly [string, string, (text: string) => string])[] = [
  ['comma at the end', 'EnableAccountJSON', (text) => text.replace(/\n {2}\]\n\}/, '\n  ],\n}')],
  ['comma lost', 'CreateAccountJSON', (text) => text.replace('"name": "call1",', '"name": "call1"')],
  ['curly quotes', 'DisableAccountJSON', (text) => text.replace('"name"', '\u201cname\u201d')],
  ['brace lost', 'ConnectionJSON', (text) => text.replace(/\}\s*$/, '')],
];

/** Every mutant of a package. */
export function mutantsOf(texts: Texts): Mutant[] {
  return [
    ...[...importRows, ...preciseRows, ...connectionRows, ...taskRows].map((row) => mutantOf(texts, row)),
    ...textRows.map(([title, document, edit]) => ({
      title,
      document,
      places: [''],
      precise: false,
      texts: { ...texts, [document]: edit(texts[document] ?? '') },
    })),
  ];
}

function mutantOf(texts: Texts, row: Row): Mutant {
  const [title, document, pointer, change, ...also] = row;
  return {
    title,
    document,
    places: [pointer, ...also, ...(change.renames ? [pointer.replace(/[^/]+$/, change.renames)] : [])],
    precise: preciseRows.includes(row),
    texts: mutate(texts, document, pointer, change),
  };
}
