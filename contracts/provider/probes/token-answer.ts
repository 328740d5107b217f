import { fieldsOf } from '../answer.js';
import { claimsOf, type Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable } from '../verdict.js';

const three = ['access_token', 'token_type', 'expires_in'];
const seven = [...three, 'scope', 'application_data', 'tenant', 'jti'];
const claims = ['scope', 'exp', 'application_data', 'jti', 'tenant', 'client_id'];

const sorted = (names: readonly string[]): string => [...names].sort().join(', ');
const fieldsIn = ({ tokenAnswer }: Jama) => fieldsOf(tokenAnswer.json);
const same = (a: readonly string[], b: readonly string[]): boolean => sorted(a) === sorted(b);

/** What a token answer holds, and what a token is. */
export const TOKEN_ANSWER_PROBES: readonly Probe[] = [
  {
    rule: 'token-three-fields',
    asks: 'the fields of a token answer',
    anonymous: true,
    async judge(jama) {
      const fields = fieldsIn(jama);
      if (jama.legacy) return notTestable('needs a tenant of July 2024 or later; this one answers as before');
      return judged(
        same(Object.keys(fields), three) && fields.token_type === 'Bearer',
        `the fields ${sorted(Object.keys(fields))} with token_type ${JSON.stringify(fields.token_type)}`,
      );
    },
  },
  {
    rule: 'token-seven-fields',
    asks: 'the fields of a token answer',
    anonymous: true,
    async judge(jama) {
      const fields = fieldsIn(jama);
      if (!jama.legacy) return notTestable('needs a tenant before July 2024');
      const holds = same(Object.keys(fields), seven) && fields.token_type === 'bearer';
      return holds
        ? confirmed({ tenant: { tokenAnswer: 'seven-fields' } })
        : contradicted(
            `the fields ${sorted(Object.keys(fields))} with token_type ${JSON.stringify(fields.token_type)}`,
          );
    },
  },
  {
    rule: 'token-lifetime',
    asks: 'expires_in of a new token',
    anonymous: true,
    async judge(jama) {
      const { expires_in: seconds } = fieldsIn(jama);
      const lifetime = jama.overrides.tenant?.tokenTtl ?? 3600;
      const expected = jama.legacy ? lifetime - 1 : lifetime;
      if (seconds === expected) return confirmed();
      const tokenTtl = Number(seconds) + (jama.legacy ? 1 : 0);
      return contradicted(
        `expires_in ${JSON.stringify(seconds)}`,
        Number.isInteger(tokenTtl) && tokenTtl > 0 ? { tenant: { tokenTtl } } : undefined,
      );
    },
  },
  {
    rule: 'token-claims',
    asks: 'header and claims of the token, names only',
    anonymous: true,
    async judge({ token }) {
      const parts = claimsOf(token);
      if (parts === undefined) return contradicted('a token that is no JWT');
      const names = Object.keys(parts.payload);
      return judged(
        same(names, claims) && parts.header.alg === 'RS256',
        `a JWT of ${String(parts.header.alg)} with ${sorted(names)}`,
      );
    },
  },
  {
    rule: 'token-no-refresh',
    asks: 'whether a token answer has a refresh_token',
    anonymous: true,
    async judge(jama) {
      return judged(fieldsIn(jama).refresh_token === undefined, 'a refresh_token');
    },
  },
  {
    rule: 'token-owner',
    asks: 'the calling user, who must be active and hold a licence',
    async judge(jama) {
      const { data } = await jama.read('/users/current');
      const owner = fieldsOf(claimsOf(jama.token)?.payload.application_data).JAMA_CORE;
      if (data.active !== true || data.licenseType === 'INACTIVE')
        return contradicted(
          `a caller with active ${String(data.active)} and licence ${String(data.licenseType)}`,
        );
      return judged(
        owner === undefined || owner === data.username,
        'a token that names another user than the one it acts for',
      );
    },
  },
  {
    rule: 'token-many-valid',
    asks: 'the calling user with a token that is no longer the newest',
    async judge(jama) {
      await jama.askToken();
      const { status } = await jama.get('/users/current');
      return judged(status === 200, `${status} for the older token`);
    },
  },
  {
    rule: 'credentials-shape',
    asks: 'the shape of the credentials that were given',
    anonymous: true,
    async judge({ client: { clientId, clientSecret }, session }) {
      const holds = /^[a-z0-9]{15}$/.test(clientId) && /^[a-z0-9]{25}$/.test(clientSecret);
      if (holds) return confirmed();
      if (session.simulated)
        return notTestable('needs a real tenant; a simulator takes credentials of any shape');
      return contradicted(
        `a client id of ${clientId.length} and a secret of ${clientSecret.length} characters`,
      );
    },
  },
];
