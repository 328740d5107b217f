import type { Credentials } from './credentials.js';
import type { Entropy } from './entropy.js';
import type { Clock } from './real-clock.js';
import { signingKey } from './signing-key.js';

/** A token as the tenant remembers it; times are epoch milliseconds. */
export interface AccessToken {
  readonly accessToken: string;
  readonly id: string;
  readonly clientId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export interface TokenRules {
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** How long a token lives, in seconds. */
  readonly lifetime: number;
  /** The tenant name that the claims carry. */
  readonly tenant: string;
}

/** What the vendor shows of a decoded token's header [documented sample of 2023]. */
const HEADER = { alg: 'RS256', typ: 'JWT' } as const;

/** The access tokens of one tenant. Many are valid at once; one is checked by look-up, not by its signature. */
export class Tokens {
  readonly #rules: TokenRules;
  readonly #issued = new Map<string, AccessToken>();
  #newest: string | undefined;
  #lifetime: number;
  #revision = 0;

  constructor(rules: TokenRules) {
    this.#rules = rules;
    this.#lifetime = rules.lifetime;
  }

  /** The tenant name that the claims carry. */
  get tenant(): string {
    return this.#rules.tenant;
  }

  get lifetime(): number {
    return this.#lifetime;
  }

  /** Another number whenever `list` says something else. */
  get revision(): number {
    return this.#revision;
  }

  /** How many seconds tokens live that are issued from now on; without a number as many as at the beginning. */
  liveFor(seconds: number = this.#rules.lifetime): void {
    this.#lifetime = seconds;
  }

  /** Issue a signed JWT with the claims the vendor documents (scope, exp, application_data, jti, tenant, client_id). */
  async issue({ clientId }: Credentials, username: string): Promise<AccessToken> {
    const [{ SignJWT }, key] = await Promise.all([import('jose'), signingKey()]);
    const issuedAt = this.#rules.clock.now();
    const expires = Math.floor(issuedAt / 1000) + this.#lifetime;
    const id = this.#rules.entropy.uuid();
    const claims = {
      scope: ['token_information'],
      exp: expires,
      application_data: { JAMA_CORE: username },
      jti: id,
      tenant: this.#rules.tenant,
      client_id: clientId,
    };
    const accessToken = await new SignJWT(claims).setProtectedHeader(HEADER).sign(key);
    this.#forgetExpired(issuedAt);
    const token = { accessToken, id, clientId, issuedAt, expiresAt: issuedAt + this.#lifetime * 1000 };
    this.#issued.set(accessToken, token);
    this.#newest = accessToken;
    this.#revision += 1;
    return token;
  }

  /** Resolves when tokens can be issued at once: the key that signs them takes a moment in a new process. */
  async prepare(): Promise<void> {
    await signingKey();
  }

  /** The token with this text, expired or not. */
  find(accessToken: string): AccessToken | undefined {
    return this.#issued.get(accessToken);
  }

  /** Whether no other token was issued after this one. */
  isNewest({ accessToken }: AccessToken): boolean {
    return accessToken === this.#newest;
  }

  /** Every token the tenant remembers, oldest first. */
  list(): readonly AccessToken[] {
    return [...this.#issued.values()];
  }

  /** End the life of every token, as of now. */
  expireAll(): void {
    for (const token of this.#issued.values()) this.#expire(token);
  }

  /** End the life of one token, by its id; false if there is none. */
  expire(id: string): boolean {
    const token = this.list().find((one) => one.id === id);
    if (token === undefined) return false;
    this.#expire(token);
    return true;
  }

  /** Remembers which tokens there are; the function that is given back restores them. */
  remember(): () => void {
    const [issued, newest, lifetime] = [[...this.#issued], this.#newest, this.#lifetime];
    return () => {
      this.#issued.clear();
      for (const [text, token] of issued) this.#issued.set(text, token);
      this.#revision += 1;
      this.#newest = newest;
      this.#lifetime = lifetime;
    };
  }

  #expire(token: AccessToken): void {
    const expiresAt = Math.min(token.expiresAt, this.#rules.clock.now());
    this.#issued.set(token.accessToken, { ...token, expiresAt });
    this.#revision += 1;
  }

  /** Tokens that ended more than a lifetime ago are forgotten, so a long run does not grow. */
  #forgetExpired(now: number): void {
    for (const token of this.#issued.values()) {
      if (token.expiresAt + this.#lifetime * 1000 >= now) break;
      this.#issued.delete(token.accessToken);
    }
  }
}
