import { basicCredentials, bearerToken } from '../rest/authorization.js';
import { Beginning } from './beginning.js';
import { answerOf, jsonOf, objectOf, type SeenCall, TOKEN_PATH } from './seen-call.js';
import { Vocabulary } from './vocabulary.js';

/** What is found out of a tenant while calls to it pass. It is kept in memory only: it is everything that must not be known. */
export class Recording {
  readonly beginning = new Beginning();
  readonly vocabulary = new Vocabulary();
  /** Refusals, and changes, which later refusals may rest on; in order. */
  readonly calls: SeenCall[] = [];
  /** Tokens that the tenant issued. */
  readonly tokens = new Set<string>();
  /** Authorization headers that the token endpoint took. */
  readonly clients = new Set<string>();
  /** The first answer with a token. */
  tokenAnswer: Readonly<Record<string, unknown>> | undefined;
  /** Whether a username and its password were accepted, other than for a token. */
  basic = false;
  #seen = 0;

  /** How many answers there were. */
  get seen(): number {
    return this.#seen;
  }

  note(call: SeenCall): void {
    this.#seen += 1;
    this.beginning.note(call);
    this.#noteSecrets(call);
    this.#noteRequest(call);
    if (call.path === TOKEN_PATH) this.#noteToken(call);
    else if (call.status < 300 && basicCredentials(call.authorization) !== undefined) this.basic = true;
    if (call.status >= 400 || call.method !== 'GET') this.calls.push(call);
  }

  #noteSecrets({ authorization, cookies }: SeenCall): void {
    const bearer = bearerToken(authorization);
    if (bearer !== undefined) this.vocabulary.addSecret(bearer);
    for (const { user, password } of basicCredentials(authorization) ?? []) {
      this.vocabulary.addSecret(user);
      this.vocabulary.addSecret(password);
    }
    const encoded = /^\S+ +(\S+)$/.exec(authorization ?? '')?.[1];
    if (encoded !== undefined) this.vocabulary.addSecret(encoded);
    for (const cookie of cookies) this.vocabulary.addSecret(cookie);
  }

  #noteRequest({ path, search, requestBody, contentType = '' }: SeenCall): void {
    const { vocabulary } = this;
    for (const segment of path.split('/')) noteSegment(vocabulary, segment);
    for (const [name, value] of new URLSearchParams(search)) noteParameter(vocabulary, name, value);
    if (contentType.startsWith('application/x-www-form-urlencoded'))
      for (const [name, value] of new URLSearchParams(requestBody)) noteParameter(vocabulary, name, value);
    else vocabulary.addValue(jsonOf(requestBody));
  }

  #noteToken(call: SeenCall): void {
    const answer = objectOf(answerOf(call));
    const { application_data: application, token_type: _, ...others } = answer;
    for (const name of Object.values(objectOf(application))) this.vocabulary.addName(String(name));
    for (const [name, value] of Object.entries(others))
      if (/token|jti|tenant/.test(name)) this.vocabulary.addSecret(String(value));
    const { access_token: token } = answer;
    if (call.status !== 200 || typeof token !== 'string') return;
    this.tokens.add(token);
    this.tokenAnswer ??= answer;
    if (call.authorization !== undefined) this.clients.add(call.authorization);
  }
}

const PAGING = new Set(['startAt', 'maxResults', 'includeInactive', 'include', 'grant_type', 'scope']);

function noteParameter(vocabulary: Vocabulary, name: string, value: string): void {
  if (/^\d{1,15}$/.test(value) && !PAGING.has(name)) vocabulary.addId(Number(value));
  else if (/secret|password|token|client_id/i.test(name)) vocabulary.addSecret(value);
  else if (!PAGING.has(name)) vocabulary.addName(value);
}

/** A segment of a path that is no word of the product is somebody's. */
function noteSegment(vocabulary: Vocabulary, segment: string): void {
  const text = decoded(segment);
  if (/^\d{1,15}$/.test(text)) vocabulary.addId(Number(text));
  else if (!/^[a-z]+\d?$/.test(text) || !vocabulary.isKept(text.replace(/\d$/, '')))
    noteUnknown(vocabulary, text);
}

function noteUnknown(vocabulary: Vocabulary, text: string): void {
  if (text !== 'v1' && text !== '') vocabulary.addName(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
