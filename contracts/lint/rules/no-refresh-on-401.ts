import { isObject, objectOf, pointerTo } from '../../../connector/index.js';
import type { Rule } from '../rule.js';

const connection = (extra: object) => ({
  authentications: { acctAuth: { authType: 'oauth2', accessToken: 'Bearer abcd', ...extra } },
});

export const noRefreshOn401: Rule = {
  id: 'no-refresh-on-401',
  severity: 'error',
  title: 'An expired token is not recognised, so no new one is fetched.',
  why: 'The first call after the expiry fails, and every call after it.',
  example: {
    trips: { ConnectionJSON: connection({}) },
    passes: { ConnectionJSON: connection({ retryFailureStatusCode: [401] }) },
  },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, auth] of Object.entries(objectOf(objectOf(document.value).authentications))) {
      if (!isObject(auth) || auth.authType !== 'oauth2') continue;
      const statuses = Array.isArray(auth.retryFailureStatusCode) ? auth.retryFailureStatusCode : [];
      const byText =
        auth.errorPath !== undefined && (auth.authError !== undefined || auth.expiryError !== undefined);
      if (statuses.some((status) => Number(status) === 401)) continue;
      yield {
        place: document.place(pointerTo('/authentications', name, 'retryFailureStatusCode')),
        severity: byText ? 'warning' : 'error',
        message: byText
          ? `"${name}" tells an expired token by text alone; how EIC compares texts is not documented.`
          : `"${name}" does not fetch a new token when a call is answered with 401.`,
        remedy: '"retryFailureStatusCode": [401]',
        evidence: byText ? ['error-text-match'] : [],
      };
    }
  },
};
