import { isObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const connection = (url: string) => ({
  UpdateAccountJSON: { call: [exampleCall] },
  ConnectionJSON: {
    authentications: {
      acctAuth: {
        authType: 'oauth2',
        url,
        httpMethod: 'POST',
        httpParams: { grant_type: 'client_credentials' },
        httpHeaders: { Authorization: 'Basic AUTHORIZATION' },
        httpContentType: 'application/x-www-form-urlencoded',
        retryFailureStatusCode: [401],
        tokenResponsePath: 'access_token',
        tokenType: 'Bearer',
        accessToken: 'Bearer initial',
      },
    },
  },
});

export const tokenRequestWrong: Rule = {
  id: 'token-request-wrong',
  severity: 'error',
  title: 'A token is asked for at an address that hands out none.',
  why: 'No token can be fetched; every call is refused.',
  example: {
    trips: connection('http://localhost:8080/jama/rest/v1/oauth/token'),
    passes: connection('http://localhost:8080/jama/rest/oauth/token'),
  },
  *check({ package: connectionPackage, target, calls }) {
    const document = connectionPackage.document('ConnectionJSON');
    const wanted = target.tokenPath;
    const hosts = new Set(
      calls.flatMap(({ url }) => (url && target.pathOf(url) !== undefined ? [hostOf(url)] : [])),
    );
    if (wanted === undefined) return;
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      const url = textOf(entry.url) ?? '';
      const [address = ''] = url.trim().split(/[?#]/);
      const grant = isObject(entry.httpParams) && objectOf(entry.httpParams).grant_type !== undefined;
      // An authentication of another service, such as EIC's own API, has an address of its own.
      if (entry.authType !== 'oauth2' || !grant || url === '' || address.endsWith(wanted)) continue;
      if (!hosts.has(hostOf(url))) continue;
      yield {
        place: document.place(pointerTo('/authentications', name, 'url')),
        message: `${target.name} gives tokens at ${wanted}, and this address does not end so.`,
        remedy: `"url": "https://<tenant>${wanted}"`,
      };
    }
  },
};

/** What stands before the path: scheme, host and port, or a placeholder for them. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/[^/]*/i.exec(url.trim())?.[0].toLowerCase() ?? '';
}
