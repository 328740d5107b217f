import {
  type ConnectionPackage,
  type Connector,
  type ConnectorDocument,
  type ConnectorOptions,
  createConnector,
  readDocument,
} from '../../connector/index.js';
import type { TestTarget } from './target.js';

/** The host that test packages speak to; it is mapped to the target of the test. */
export const HOST = 'http://target.example';

/** Monday, 5 January 2026, 08:00 UTC. */
export const NOW = Date.UTC(2026, 0, 5, 8);

/** A ConnectionJSON with the usual client credentials. */
export function connectionJson(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    authentications: {
      acctAuth: {
        authType: 'oauth2',
        url: `${HOST}/token`,
        httpMethod: 'POST',
        httpParams: { grant_type: 'client_credentials' },
        httpHeaders: { Authorization: 'Basic AUTHORIZATION' },
        httpContentType: 'application/x-www-form-urlencoded',
        retryFailureStatusCode: [401],
        maxRefreshTryCount: 3,
        tokenResponsePath: 'access_token',
        tokenType: 'Bearer',
        accessToken: 'Bearer start',
        ...changes,
      },
    },
  };
}

/** A package of documents that are given as values, or as texts. */
export function packageOf(documents: Record<string, unknown>): ConnectionPackage {
  const read = new Map<string, ConnectorDocument>();
  for (const [name, value] of Object.entries({ ConnectionJSON: connectionJson(), ...documents })) {
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    read.set(name, readDocument({ name, text }));
  }
  return {
    name: 'Example',
    source: 'test',
    documents: read,
    document: (name) => read.get(name) ?? readDocument({ name, text: undefined }),
  };
}

/** A connector for such a package that speaks to a test's target. Nothing sleeps. */
export function connectorFor(
  target: TestTarget,
  documents: Record<string, unknown>,
  options: Partial<ConnectorOptions> = {},
): Connector {
  return createConnector({
    package: packageOf(documents),
    clock: { now: () => NOW },
    sleep: async () => undefined,
    mapUrl: (url) => url.replace(HOST, target.url),
    credentials: { clientId: 'client', clientSecret: 'very-secret' },
    ...options,
  });
}

/** The usual headers of a call. */
export const HEADERS = { Authorization: '${access_token}', Accept: 'application/json' };

/** An account call to `path`, with changes. */
export function accountCall(path: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    callOrder: 0,
    http: { url: `${HOST}${path}`, httpHeaders: HEADERS, httpMethod: 'GET' },
    listField: 'data',
    keyField: 'accountID',
    colsToPropsMap: { accountID: 'id~#~char', name: 'login~#~char' },
    ...changes,
  };
}

/** An ImportAccountEntJSON with one account call. */
export function accountImport(
  call: Record<string, unknown> = accountCall('/users'),
  section: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    accountParams: {
      connection: 'acctAuth',
      processingType: 'SequentialAndIterative',
      call: { call1: call },
      ...section,
    },
  };
}

/** A provisioning JSON of calls to the target. */
export function calls(...list: readonly Record<string, unknown>[]): Record<string, unknown> {
  return {
    call: list.map((call, at) => ({
      name: `call${at + 1}`,
      connection: 'acctAuth',
      httpMethod: 'POST',
      httpHeaders: HEADERS,
      httpContentType: 'application/json',
      ...call,
      url: `${HOST}${String(call.url)}`,
    })),
  };
}
