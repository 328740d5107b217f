import type { JsonSchema } from './schema.js';

/** What the keys of connector JSONs are for, shown by editors. A key means the same wherever it stands. */
export const keyDescriptions: Readonly<Record<string, string>> = {
  accessToken: 'The token of the connection as it is stored; EIC replaces it with each new one.',
  accountIdPath: 'Path in the answer to the id of the new account, such as call1.message.meta.id.',
  accountParams: 'How the accounts are read.',
  acctEntParams: 'How it is read which account has which entitlement.',
  acctIdPath: 'Path in a record to the account.',
  acctKeyField: 'Column of the account that acctIdPath is compared with.',
  activeStatus: 'Values of statusColumn that make an account active.',
  authError: 'Texts at errorPath that mean the token is no longer taken.',
  authentications: 'The authentications of the connection, by the name that calls give as "connection".',
  authHeaderName: 'Header that carries the token.',
  authType: 'How the connection signs in.',
  batchParam: 'Query parameter for the size of a page.',
  batchSize: 'Records that are asked for in one page, and by how much the offset advances.',
  call: 'The calls; in an import by name, in provisioning as a list.',
  callOrder: 'When the call is made; the lowest comes first.',
  colsToPropsMap: 'Column of EIC to path in a record, with its type: "accountID": "id~#~char".',
  connection: 'The authentication in ConnectionJSON that the call uses.',
  ent1IdPath: 'Path in a record to the parent entitlement.',
  ent1KeyField: 'Column of the parent that ent1IdPath is compared with.',
  ent2IdPath: 'Path in a record to the child entitlement.',
  ent2KeyField: 'Column of the child that ent2IdPath is compared with.',
  entIdPath: 'Path in a record to the entitlement.',
  entitlementParams: 'How the entitlements are read.',
  entKeyField: 'Column of the entitlement that entIdPath is compared with.',
  entMappingParams: 'Which entitlement is mapped to which other one.',
  entOwnerParams: 'How the owners of entitlements are read.',
  entTypes: 'Entitlement types by name.',
  errorPath: 'Path in an answer to the text of an error.',
  httpContentType: 'Content type of the request.',
  httpHeaders: 'Headers of the request; "Authorization": "${access_token}" carries the token.',
  httpMethod: 'GET, POST, PUT, PATCH or DELETE.',
  httpParams: 'Body or form of the request. Values of ${...} go into it as they are.',
  inactiveStatus: 'Values of statusColumn that make an account inactive.',
  keyField: 'Column by which a record is found again in the next import.',
  listField: 'Path in the answer to the list of records.',
  mappingTypes: 'ENTMAP maps in both directions, ENT2 makes the second a child of the first.',
  maxRefreshTryCount: 'How often a new token is asked for before the call fails.',
  nextUrlPath: 'Path in the answer to the URL of the next page.',
  offsetParam: 'Query parameter for the first record of a page.',
  ownerIdPath: 'Path in a record to the owner of the entitlement.',
  ownerKeyField: 'Attribute of users (or column of their accounts) that ownerIdPath is compared with.',
  pagination: 'How the pages of a list are asked for.',
  processingType: 'How accounts and entitlements are brought together.',
  retryFailureStatusCode: 'HTTP statuses that make EIC fetch a new token; 401 belongs here.',
  showJobHistory: 'Whether the answer is shown in the job history.',
  statusColumn: 'Column of the account that holds its status.',
  successResponses: 'What the answer must be for the call to count as done.',
  targetEntType: 'Entitlement type of the child.',
  testConnectionParams: 'The call that Test Connection makes.',
  tokenResponsePath: 'Path in the answer to the new token.',
  totalCountPath:
    'Path in the answer to the number of all records, such as completeResponseMap.meta.pageInfo.totalResults.',
  unsuccessResponses: 'What the answer must not be.',
  userResponsePath: 'Path in the answer to the list of users.',
  url: 'Address of the request; may hold ${...}.',
};

/** The schema with a description at every key that is known, for editors. */
export function withDescriptions(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' && isSchema(value) ? described(value) : inner(value),
    ]),
  );
}

function described(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const description = keyDescriptions[key];
      const known = isSchema(value) ? withDescriptions(value) : value;
      return [key, isSchema(known) && description !== undefined ? { description, ...known } : known];
    }),
  );
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return isSchema(value) ? withDescriptions(value) : value;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
