import { type ErrorCode, type OAuthCode, type Overrides, tokenWordsOf } from '../../mock-server/index.js';
import { type Answer, type Fields, fieldsOf } from './answer.js';
import { createRecords, type Records } from './records.js';
import type { Secrets } from './secrets.js';
import type { Ask, Session } from './session.js';
import type { Verdict } from './verdict.js';
import { judgeRefusal, judgeTokenRefusal } from './words.js';

/** The token endpoint, below a tenant's base. */
export const TOKEN_PATH = '/rest/oauth/token';
const FORM = 'application/x-www-form-urlencoded';

export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A change of the usual request for a token; an empty `authorization` sends none. */
export type TokenAsk = Partial<Ask> & { readonly authorization?: string };

/** A Jama as probes speak to it: paths are below `/rest/v1` unless they begin with `/rest`. */
export interface Jama {
  readonly client: Client;
  readonly session: Session;
  /** The ledger is as these corrections change it. */
  readonly overrides: Overrides;
  /** What this run creates; only with leave to write. */
  readonly records: Records;
  /** The answer to the first request for a token, and the token. */
  readonly tokenAnswer: Answer;
  readonly token: string | undefined;
  /** Whether the token answer is that of before July 2024. */
  readonly legacy: boolean;
  /** As the calling user. */
  ask(ask: Ask): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** As `get`, and never asked twice. */
  read(path: string): Promise<Answer>;
  /** With these credentials; none if it is empty. */
  askAs(authorization: string, ask: Ask): Promise<Answer>;
  askToken(change?: TokenAsk): Promise<Answer>;
  /** Compares a refusal with its status and text in the ledger. */
  refusal(answer: Answer, code: ErrorCode, detail?: Readonly<Record<string, string | number>>): Verdict;
  tokenRefusal(answer: Answer, code: OAuthCode, detail?: Readonly<Record<string, string>>): Verdict;
}

export interface JamaOptions {
  readonly session: Session;
  readonly client: Client;
  readonly secrets: Secrets;
  readonly overrides: Overrides;
  /** Where a correction was seen. */
  readonly source: string;
  /** What the names of created records begin with. */
  readonly mark: string;
  /** The password of created users. */
  readonly password: string;
}

/** Asks for a token, and gives the Jama as the caller of this token sees it. Rejects with `NoAnswer`. */
export async function openJama(options: JamaOptions): Promise<Jama> {
  const { session, client, secrets, overrides, source } = options;
  const ledger = { overrides, source, redacted: secrets.redact };
  const known = new Map<string, Promise<Answer>>();

  const askAs: Jama['askAs'] = (authorization, ask) => {
    const path = ask.path.startsWith('/rest') ? ask.path : `/rest/v1${ask.path}`;
    return session.send({
      ...ask,
      path,
      headers: { ...ask.headers, ...(authorization && { authorization }) },
    });
  };
  const askToken: Jama['askToken'] = async ({ authorization = basic(client), headers, ...change } = {}) => {
    const answer = await askAs(authorization, {
      method: 'POST',
      path: TOKEN_PATH,
      body: 'grant_type=client_credentials',
      headers: { 'content-type': FORM, ...headers },
      ...change,
    });
    keepTokens(answer, secrets);
    return answer;
  };

  const tokenAnswer = await askToken();
  const { access_token: token, jti } = fieldsOf(tokenAnswer.json);
  const ask: Jama['ask'] = (one) => askAs(`Bearer ${String(token)}`, one);
  const read: Jama['read'] = async (path) => {
    const before = known.get(path);
    const answer = before ?? ask({ path });
    known.set(path, answer);
    const { request, status } = await answer;
    if (before !== undefined) session.log.push(`${request}  -> ${status}`);
    return answer;
  };
  const legacy = jti !== undefined;
  return {
    client,
    session,
    overrides,
    tokenAnswer,
    token: typeof token === 'string' ? token : undefined,
    legacy,
    records: createRecords(ask, options),
    ask,
    askAs,
    askToken,
    read,
    get: (path) => ask({ path }),
    refusal: (answer, code, detail = {}) => judgeRefusal(ledger, answer, code, detail),
    tokenRefusal: (answer, code, detail = {}) =>
      judgeTokenRefusal(ledger, answer, { code, words: tokenWordsOf(overrides, code, legacy), detail }),
  };
}

/** The value of an Authorization header for HTTP Basic. */
export function basic({ clientId, clientSecret }: Client): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}

/** Header and claims of a token; undefined if it is no JWT. */
export function claimsOf(token: string | undefined): { header: Fields; payload: Fields } | undefined {
  const [header, payload] = (token ?? '').split('.').map((part) => {
    try {
      return fieldsOf(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    } catch {
      return undefined;
    }
  });
  return header && payload && { header, payload };
}

function keepTokens({ json }: Answer, secrets: Secrets): void {
  for (const name of ['access_token', 'refresh_token', 'jti']) {
    const value = fieldsOf(json)[name];
    if (typeof value === 'string') secrets.keep(value);
  }
}
