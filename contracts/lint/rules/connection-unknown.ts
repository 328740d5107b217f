import { authenticationsOf, connectionOf, connectionPointer, sectionConnections } from '../connections.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const ConnectionJSON = {
  authentications: {
    acctAuth: { authType: 'oauth2', accessToken: 'Bearer abcd', retryFailureStatusCode: [401] },
  },
};

export const connectionUnknown: Rule = {
  id: 'connection-unknown',
  severity: 'error',
  title: 'A call names a connection that ConnectionJSON does not have, or none at all.',
  why: 'EIC has no token for the call and cannot send it.',
  example: {
    trips: { ConnectionJSON, UpdateAccountJSON: { call: [{ ...exampleCall, connection: 'userAuth' }] } },
    passes: { ConnectionJSON, UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ package: connectionPackage, calls }) {
    const authentications = authenticationsOf(connectionPackage);
    if (!authentications) return;
    const names = [...authentications.keys()];
    const reported = new Set<string>();
    const imports = connectionPackage.document('ImportAccountEntJSON');
    for (const site of calls) {
      const named = connectionOf(site);
      const pointer = named?.pointer ?? connectionPointer(site);
      const key = `${site.document.name}#${pointer}`;
      if ((named && (authentications.has(named.name) || named.name.includes('${'))) || reported.has(key))
        continue;
      reported.add(key);
      yield {
        place: site.document.place(pointer),
        message: named ? `ConnectionJSON has no "${named.name}".` : 'The call names no connection.',
        remedy: `"connection": "${(named && nearMiss(named.name, names)) ?? names[0] ?? 'acctAuth'}"`,
        breaks: calls
          .filter((one) => one.document === site.document && connectionOf(one)?.pointer === named?.pointer)
          .map(({ document, pointer }) => ({ document: document.name, pointer })),
      };
    }
    for (const { name, pointer } of sectionConnections(connectionPackage)) {
      if (authentications.has(name) || reported.has(`${imports.name}#${pointer}`)) continue;
      yield {
        place: imports.place(pointer),
        message: `ConnectionJSON has no "${name}".`,
        remedy: `"connection": "${nearMiss(name, names) ?? names[0] ?? 'acctAuth'}"`,
      };
    }
  },
};
