import { activated, dependentAccountCall, dependentGroupCall } from './more-calls.js';
import { type Mutant, mutate, rename, type Texts, to } from './mutant.js';

const accountCall = '/accountParams/call/call1';
const usersUrl = 'http://localhost:8080/jama/rest/v1/users';

/** Expressions of an import that give the next page's address; null ends the paging. */
const nextPage =
  "${response?.objectList?.size()>0 && Math.addExact(response.completeResponseMap.meta.pageInfo.startIndex,response.completeResponseMap.meta.pageInfo.resultCount)<response.completeResponseMap.meta.pageInfo.totalResults?'" +
  `${usersUrl}?includeInactive=true&maxResults=50&startAt=` +
  "'+Math.addExact(response.completeResponseMap.meta.pageInfo.startIndex,response.completeResponseMap.meta.pageInfo.resultCount):null}";

/** JSON text of a value, without Jackson. */
const quoted = (path: string) => `\${groovy.json.JsonOutput.toJson(${path})}`;

const updateBody = (title: string) =>
  `{"firstName":${quoted('user.firstname')},"lastName":${quoted('user.lastname')},"email":${quoted('user.email')},"title":${title}}`;

const shuffled = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, JSON.stringify(reversed(JSON.parse(text)), null, 4)]),
  );

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

/** The import with one more call beside those at a pointer. */
const withCall = (texts: Texts, pointer: string, call: object) =>
  mutate(texts, 'ImportAccountEntJSON', pointer, (calls, parent, key) => {
    parent[key] = { ...(calls as object), call2: call };
  });

type Rewrite = readonly [title: string, change: (texts: Texts) => Texts];

const rewrites: readonly Rewrite[] = [
  ['keys in another order, other indentation', shuffled],
  [
    'import calls with other names',
    (texts) => mutate(texts, 'ImportAccountEntJSON', accountCall, rename('readUsers')),
  ],
  [
    'a creating call with another name',
    (texts) =>
      mutate(
        mutate(texts, 'CreateAccountJSON', '/call/0/name', to('CreateUser')),
        'CreateAccountJSON',
        '/accountIdPath',
        to('CreateUser.message.meta.id'),
      ),
  ],
  [
    'next address instead of offset',
    (texts) =>
      mutate(
        mutate(
          texts,
          'ImportAccountEntJSON',
          `${accountCall}/pagination`,
          to({ nextUrl: { nextUrlPath: nextPage } }),
        ),
        'ImportAccountEntJSON',
        `${accountCall}/http/url`,
        to(`${usersUrl}?includeInactive=true&maxResults=50`),
      ),
  ],
  [
    'a smaller page',
    (texts) => mutate(texts, 'ImportAccountEntJSON', `${accountCall}/pagination/offset/batchSize`, to('20')),
  ],
  [
    'page size as text',
    (texts) => mutate(texts, 'ImportAccountEntJSON', `${accountCall}/pagination/offset/batchSize`, to('50')),
  ],
  [
    'keyField by name',
    (texts) => mutate(texts, 'ImportAccountEntJSON', `${accountCall}/keyField`, to('name')),
  ],
  [
    'the latest version of the API',
    (texts) =>
      mutate(
        texts,
        'ImportAccountEntJSON',
        `${accountCall}/http/url`,
        to('http://localhost:8080/jama/rest/latest/users?includeInactive=true'),
      ),
  ],
  [
    'a slash at the end of a list',
    (texts) => mutate(texts, 'CreateAccountJSON', '/call/0/url', to(`${usersUrl}/`)),
  ],
  [
    'another tenant',
    (texts) =>
      Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [
          name,
          text.replaceAll('http://localhost:8080/jama', 'https://example.jamacloud.com'),
        ]),
      ),
  ],
  [
    'JsonOutput instead of Jackson',
    (texts) =>
      mutate(texts, 'UpdateAccountJSON', '/call/0/httpParams', to(updateBody(quoted("user.title ?: ''")))),
  ],
  [
    'an if block instead of a ternary',
    (texts) =>
      mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpParams',
        to(
          updateBody(
            '${if (user.title == null) { return \'""\' } else { return groovy.json.JsonOutput.toJson(user.title) }}',
          ),
        ),
      ),
  ],
  [
    'a local variable',
    (texts) =>
      mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpParams',
        to(updateBody('${def t = user.title; return t == null ? \'""\' : groovy.json.JsonOutput.toJson(t)}')),
      ),
  ],
  [
    'an authentication with another name',
    (texts) =>
      Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [name, text.replaceAll('"acctAuth"', '"jamaAuth"')]),
      ),
  ],
  [
    'more success statuses',
    (texts) => mutate(texts, 'CreateAccountJSON', '/call/0/successResponses/statusCode', to([200, 201])),
  ],
  [
    'success statuses as text',
    (texts) => mutate(texts, 'CreateAccountJSON', '/call/0/successResponses/statusCode', to(['201'])),
  ],
  [
    'statuses in the import instead of STATUS_THRESHOLD_CONFIG',
    (texts) => {
      const { statusAndThresholdConfig } = JSON.parse(texts.STATUS_THRESHOLD_CONFIG ?? '{}');
      const root = JSON.parse(texts.ImportAccountEntJSON ?? '{}');
      root.accountParams.statusAndThresholdConfig = statusAndThresholdConfig;
      const { STATUS_THRESHOLD_CONFIG: _moved, ...others } = texts;
      return { ...others, ImportAccountEntJSON: JSON.stringify(root) };
    },
  ],
  [
    'columns in lower case',
    (texts) =>
      mutate(
        texts,
        'ImportAccountEntJSON',
        `${accountCall}/colsToPropsMap/displayName`,
        rename('displayname'),
      ),
  ],
  [
    'a body that is one map',
    (texts) =>
      mutate(
        texts,
        'CreateAccountJSON',
        '/call/0/httpParams',
        to(
          "${groovy.json.JsonOutput.toJson([username: accountName, password: password, firstName: user.firstname, lastName: user.lastname, email: user.email, title: user.title ?: '', licenseType: 'NAMED'])}",
        ),
      ),
  ],
  [
    'success by the text of the answer',
    (texts) =>
      mutate(texts, 'CreateAccountJSON', '/call/0/successResponses', to({ 'meta.status': ['Created'] })),
  ],
  [
    'a call that looks before one that changes',
    (texts) =>
      mutate(texts, 'EnableAccountJSON', '/call', (_, parent) => {
        const [enable] = parent.call as Record<string, string>[];
        const { httpParams: _body, ...rest } = enable ?? {};
        const look = { ...rest, name: 'look', httpMethod: 'GET', url: rest.url?.replace('/active', '') };
        parent.call = [look, enable];
      }),
  ],
  [
    'a creation that puts the new user into a group',
    (texts) =>
      mutate(texts, 'CreateAccountJSON', '/call', (_, parent) => {
        const [create] = parent.call as Record<string, unknown>[];
        const join = {
          ...create,
          name: 'join',
          url: 'http://localhost:8080/jama/rest/v1/usergroups/31/users',
          httpParams: '{"user":${response.call1.message.meta.id}}',
        };
        parent.call = [create, join];
      }),
  ],
  [
    'header names in small letters',
    (texts) =>
      mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpHeaders',
        to({ authorization: '${access_token}', accept: 'application/json' }),
      ),
  ],
  [
    'a scheme in small letters',
    (texts) =>
      mutate(
        texts,
        'ConnectionJSON',
        '/authentications/acctAuth/httpHeaders/Authorization',
        to('basic AUTHORIZATION'),
      ),
  ],
  [
    'a test that lists the users',
    (texts) =>
      mutate(
        texts,
        'ConnectionJSON',
        '/authentications/acctAuth/testConnectionParams/http/url',
        to(`${usersUrl}?maxResults=1`),
      ),
  ],
  [
    'names and mail address are all that is updated',
    (texts) =>
      mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpParams',
        to(
          `{"firstName":${quoted('user.firstname')},"lastName":${quoted('user.lastname')},"email":${quoted('user.email')}}`,
        ),
      ),
  ],
  [
    'a second call that goes on from the answer of the first',
    (texts) =>
      mutate(texts, 'CreateAccountJSON', '/call', (_, parent) => {
        const [create] = parent.call as Record<string, unknown>[];
        parent.call = [create, activated(create ?? {})];
      }),
  ],
  [
    'an account call for each account',
    (texts) => withCall(texts, '/accountParams/call', dependentAccountCall),
  ],
  [
    'a group call for each group',
    (texts) => withCall(texts, '/entitlementParams/entTypes/usergroups/call', dependentGroupCall),
  ],
  [
    'lower-case boolean in a template',
    (texts) => mutate(texts, 'DisableAccountJSON', '/call/0/httpParams', to('{"active":${false}}')),
  ],
  [
    'the client of a tenant of somebody else',
    (texts) =>
      mutate(
        texts,
        'ConnectionJSON',
        '/authentications/acctAuth/httpHeaders/Authorization',
        to(`Basic ${Buffer.from('rbfogo319n6ibtb:aaabbbcccdddeeefffggghhhi').toString('base64')}`),
      ),
  ],
  [
    'a client placeholder between angle brackets',
    (texts) =>
      mutate(
        texts,
        'ConnectionJSON',
        '/authentications/acctAuth/httpHeaders/Authorization',
        to('Basic <AUTHORIZATION>'),
      ),
  ],
  [
    'user name and password instead of a token',
    (texts) =>
      mutate(texts, 'ConnectionJSON', '/authentications/acctAuth', (value, parent) => {
        const { testConnectionParams } = value as Record<string, unknown>;
        parent.acctAuth = {
          authType: 'Basic',
          url: '',
          httpMethod: 'POST',
          httpParams: {},
          httpHeaders: {},
          httpContentType: 'text/html',
          properties: { userName: '<USERNAME>', password: '<PASSWORD>' },
          tokenType: 'Basic',
          accessToken: 'Basic abcd',
          testConnectionParams,
        };
      }),
  ],
  [
    'a slash at the end of the list of users',
    (texts) =>
      mutate(
        texts,
        'ImportAccountEntJSON',
        `${accountCall}/http/url`,
        to(`${usersUrl}/?includeInactive=true`),
      ),
  ],
  [
    'a value without braces',
    (texts) => mutate(texts, 'AddAccessJSON', '/call/0/httpParams', to('{"user":$account.accountID}')),
  ],
  [
    'a value in a scriptlet',
    (texts) => mutate(texts, 'AddAccessJSON', '/call/0/httpParams', to('{"user":<%= account.accountID %>}')),
  ],
  [
    'an id that a closure hands on',
    (texts) =>
      mutate(
        texts,
        'AddAccessJSON',
        '/call/0/httpParams',
        to('{"user":${[account.accountID].collect{ it.trim() }[0]}}'),
      ),
  ],
  [
    'a second call that reads more of each user',
    (texts) =>
      mutate(texts, 'ImportAccountEntJSON', '/accountParams/call', (value) => {
        const calls = value as Record<string, Record<string, Record<string, string>>>;
        const { pagination: _list, ...first } = calls.call1 ?? {};
        const { accountID, name, customproperty6, customproperty7, ...others } = first.colsToPropsMap ?? {};
        calls.call1 = { ...calls.call1, colsToPropsMap: { accountID, name, ...others } } as never;
        calls.call2 = {
          ...first,
          callOrder: 1,
          stageNumber: 3,
          http: { ...first.http, url: `${usersUrl}/\${accountName}` },
          inputParams: { dependentCall: true },
          nextApiKeyField: 'accountID',
          colsToPropsMap: { accountID, name, customproperty6, customproperty7 },
        } as never;
      }),
  ],
  [
    'values escaped by commons-lang',
    (texts) => {
      const value = (path: string) =>
        `"\${org.apache.commons.lang.StringEscapeUtils.escapeJava(${path} ?: '')}"`;
      return mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpParams',
        to(
          `{"firstName":${value('user.firstname')},"lastName":${value('user.lastname')},"email":${value('user.email')}}`,
        ),
      );
    },
  ],
  [
    'a map that Grails writes as JSON',
    (texts) =>
      mutate(
        texts,
        'UpdateAccountJSON',
        '/call/0/httpParams',
        to(
          '${[firstName: user.firstname, lastName: user.lastname, email: user.email] as grails.converters.JSON}',
        ),
      ),
  ],
  [
    'fields that other attributes of the identity fill',
    (texts) => {
      const body = `{"firstName":${quoted('user.firstname')},"lastName":${quoted('user.lastname')},"email":${quoted('user.email')},"title":${quoted("user.jobDescription ?: ''")},"location":${quoted("user.city ?: ''")}}`;
      const created = `{"username":${quoted('accountName')},"password":${quoted('password')},"licenseType":"NAMED",${body.slice(1)}`;
      return mutate(
        mutate(texts, 'UpdateAccountJSON', '/call/0/httpParams', to(body)),
        'CreateAccountJSON',
        '/call/0/httpParams',
        to(created),
      );
    },
  ],
];

/** Rewrites of a package that change nothing of what it does. */
export function harmlessOf(texts: Texts): Omit<Mutant, 'places' | 'precise'>[] {
  return rewrites.map(([title, change]) => ({ title, document: '', texts: change(texts) }));
}
