import { isObject, pointerTo } from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import type { Rule } from '../rule.js';

const connection = (authType: string) => ({
  ConnectionJSON: {
    authentications: {
      acctAuth: {
        authType,
        url: 'http://localhost:8080/jama/rest/oauth/token',
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

/** What each type reads [documented: developer portal]. */
const needs: Readonly<Record<string, string>> = {
  Basic: 'properties',
  BasicWithAccessToken: 'properties',
  BasicWithHmac: 'properties',
  SignedHeaders: 'properties',
  Jwt: 'jwtConfig',
};

export const authTypeDoubtful: Rule = {
  id: 'auth-type-doubtful',
  severity: 'error',
  title: 'An authType does not fit the keys around it, or is not one that EIC documents.',
  why: 'EIC reads other keys for each type: properties for Basic, the token request for oauth2.',
  example: { trips: connection('Basic'), passes: connection('oauth2') },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? []) {
      const place = document.place(pointerTo('/authentications', name, 'authType'));
      const needed = needs[String(entry.authType)];
      if (needed && !isObject(entry[needed])) {
        const fetchesToken = entry.tokenResponsePath !== undefined && isObject(entry.httpParams);
        yield {
          place: fetchesToken ? place : document.place(pointerTo('/authentications', name, needed)),
          message: `"${name}" is of type ${entry.authType} and has no "${needed}"${fetchesToken ? ', but says how to fetch a token' : ''}.`,
          remedy: fetchesToken ? '"authType": "oauth2"' : `Add "${needed}".`,
        };
      }
      if (entry.authType === 'Bearer') {
        yield {
          place,
          severity: 'warning',
          message: 'Bearer is not an authType that EIC documents.',
          because: 'A community answer has it work like oauth2; nobody says so officially.',
          remedy: '"authType": "oauth2"',
          evidence: ['bearer-type'],
        };
      }
    }
  },
};
