import { fieldsOf, inWords } from '../answer.js';
import { basic, type Jama, TOKEN_PATH } from '../jama.js';
import type { Probe } from '../probe.js';
import { judged, type Verdict } from '../verdict.js';
import { type RefusalRow, refusalProbe } from './refusal-rows.js';

/** Requests for a token that differ from the usual one. */
const accepted: readonly Probe[] = [
  {
    rule: 'token-query-grant',
    asks: 'a token, with grant_type in the query',
    anonymous: true,
    async judge(jama) {
      const path = `${TOKEN_PATH}?grant_type=client_credentials`;
      const answer = await jama.askToken({ path, body: '' });
      return judged(typeof fieldsOf(answer.json).access_token === 'string', inWords(answer));
    },
  },
  {
    rule: 'token-scope',
    asks: 'a token, with a scope',
    anonymous: true,
    async judge(jama) {
      const body = 'grant_type=client_credentials&scope=token_information';
      const answer = await jama.askToken({ body });
      const names = (json: unknown) => Object.keys(fieldsOf(json)).sort().join();
      return judged(
        answer.status === 200 && names(answer.json) === names(jama.tokenAnswer.json),
        `${answer.status} with the fields ${names(answer.json)}`,
      );
    },
  },
];

const wrongSecret = (jama: Jama) => basic({ ...jama.client, clientSecret: 'no-such-secret' });

const refused: readonly (Pick<Probe, 'rule' | 'asks'> & { judge(jama: Jama): Promise<Verdict> })[] = [
  {
    rule: 'token-wrong-credentials',
    asks: 'a token, with a wrong secret',
    judge: async (jama) =>
      jama.tokenRefusal(await jama.askToken({ authorization: wrongSecret(jama) }), 'wrong-client'),
  },
  {
    rule: 'token-no-credentials',
    asks: 'a token, without HTTP Basic',
    judge: async (jama) => jama.tokenRefusal(await jama.askToken({ authorization: '' }), 'no-client'),
  },
  {
    rule: 'token-no-grant',
    asks: 'a token, without grant_type',
    judge: async (jama) => jama.tokenRefusal(await jama.askToken({ body: '' }), 'no-grant'),
  },
  {
    rule: 'token-unknown-grant',
    asks: 'a token, with grant_type=password',
    judge: async (jama) =>
      jama.tokenRefusal(await jama.askToken({ body: 'grant_type=password' }), 'unknown-grant', {
        grant: 'password',
      }),
  },
];

const onTheWire: readonly RefusalRow[] = [
  {
    rule: 'token-media-type',
    asks: 'a token, with a body of JSON',
    code: 'token-media-type',
    anonymous: true,
    send: (jama) =>
      jama.askToken({
        body: '{"grant_type":"client_credentials"}',
        headers: { 'content-type': 'application/json' },
      }),
  },
  {
    rule: 'token-trailing-slash',
    asks: 'a token, at a path with a trailing slash',
    code: 'token-trailing-slash',
    detail: { path: `${TOKEN_PATH}/` },
    anonymous: true,
    send: (jama) => jama.askToken({ path: `${TOKEN_PATH}/` }),
  },
];

export const TOKEN_REQUEST_PROBES: readonly Probe[] = [
  ...accepted,
  ...refused.map((one) => ({ ...one, anonymous: true as const })),
  ...onTheWire.map(refusalProbe),
];
