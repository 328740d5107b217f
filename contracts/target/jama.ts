import type { CallPurpose } from '../lint/call-sites.js';
import { openapi } from '../openapi/index.js';
import { operationsOf } from './operations.js';
import type { PurposeOperation, Target } from './target.js';

const versionPrefix = /^.*?\/rest\/(?:v1|latest)(?=\/|$)/;

/** Which request of Jama's API does what an EIC call is for [documented: the vendor's Swagger]. */
const requests: Partial<
  Record<CallPurpose, { method: string; path: string; because: string; query?: string }>
> = {
  'import-users': { method: 'GET', path: '/users', because: 'lists the users, a page at a time' },
  'import-accounts': {
    method: 'GET',
    path: '/users',
    because: 'lists the users, a page at a time',
    query: '?includeInactive=true',
  },
  'import-entitlements': {
    method: 'GET',
    path: '/usergroups',
    because: 'lists the user groups, a page at a time',
  },
  'import-links': {
    method: 'GET',
    path: '/usergroups/{id}/users',
    because: 'lists the members of a user group',
  },
  create: { method: 'POST', path: '/users', because: 'creates a user' },
  update: { method: 'PUT', path: '/users/{userId}', because: 'changes the attributes of a user' },
  enable: { method: 'PUT', path: '/users/{userId}/active', because: 'takes {"active":true}' },
  disable: { method: 'PUT', path: '/users/{userId}/active', because: 'takes {"active":false}' },
  remove: {
    method: 'PUT',
    path: '/users/{userId}/active',
    because: 'is the nearest to a removal: Jama has no way to delete a user',
  },
  'add-access': { method: 'POST', path: '/usergroups/{id}/users', because: 'takes {"user":<id>}' },
  'remove-access': {
    method: 'DELETE',
    path: '/usergroups/{id}/users/{userId}',
    because: 'ends the membership of one user',
  },
};

/** What a user and a user group have that says something of them [captured: user of 2025; documented: the vendor's Swagger]. */
const attributes: Partial<Record<CallPurpose, readonly string[]>> = {
  'import-accounts': [
    'id',
    'username',
    'firstName',
    'lastName',
    'email',
    'phone',
    'title',
    'location',
    'licenseType',
    'active',
  ],
  'import-entitlements': ['id', 'name', 'description', 'project'],
};

/** Only the username is said to be unique [documented: help]; a group of a project may have the name of another one [inferred]. */
const uniqueFields: Partial<Record<CallPurpose, readonly string[]>> = {
  'import-users': ['username', 'id', 'uid'],
  'import-accounts': ['id', 'username', 'uid'],
  'import-entitlements': ['id', 'uid'],
};

const nameFields: Partial<Record<CallPurpose, readonly string[]>> = {
  'import-accounts': ['username', 'id', 'uid'],
  'import-entitlements': ['name', 'id', 'uid'],
};

/** Jama Connect as a target: its API, and which request serves which of EIC's tasks. */
export function jamaTarget(): Target {
  const operations = operationsOf(openapi).map((operation) => ({
    ...operation,
    path: operation.path.replace(versionPrefix, '') || '/',
    segments: operation.path.replace(versionPrefix, '').split('/').filter(Boolean),
  }));
  return {
    name: 'Jama',
    openapi,
    operations,
    lists: {
      listField: 'data',
      offsetParameter: 'startAt',
      totalPath: 'meta.pageInfo.totalResults',
      idPath: 'id',
    },
    // Documented: support article 20466885006861.
    tokenPath: '/rest/oauth/token',
    example: 'fixtures/packages/jama-connect',
    pathOf(url) {
      const [address = ''] = url.split(/[?#]/);
      if (versionPrefix.test(address)) return address.replace(versionPrefix, '') || '/';
      // Another version than those that there are.
      return /\/rest\/(?!oauth|scim)[^/]+.*$/.exec(address)?.[0];
    },
    belowAddress: '/rest/v1',
    addressOf: (url) =>
      /^(.+?)\/rest\/(?!scim)/
        .exec(url.split(/[?#]/)[0] ?? '')?.[1]
        ?.replace(/\/+$/, '')
        .toLowerCase(),
    attributesOf: (purpose) => attributes[purpose],
    uniqueFieldsOf: (purpose) => uniqueFields[purpose],
    nameFieldsOf: (purpose) => nameFields[purpose],
    operationFor(purpose): PurposeOperation | undefined {
      const request = requests[purpose];
      const operation = operations.find(
        ({ method, path }) => method === request?.method && samePath(path, request.path),
      );
      if (!request || !operation) return undefined;
      const { because, query } = request;
      return { operation, because, ...(query === undefined ? {} : { query }) };
    },
  };
}

/** True when two paths differ at most in the names of their parameters. */
function samePath(a: string, b: string): boolean {
  const anonymous = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}');
  return anonymous(a) === anonymous(b);
}
