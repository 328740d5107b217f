import { createHash, timingSafeEqual } from 'node:crypto';
import { AdminProblem } from './operation.js';

/** What a caller may use: every tenant and what concerns them all, or the tenants of these names alone. */
export type Access = 'everything' | ReadonlySet<string>;

/** A token that may use some tenants and nothing else. */
export interface LimitedToken {
  readonly token: string;
  /** Names of tenants; they need not be there yet. */
  readonly tenants: readonly string[];
}

/** The tokens of a simulator. */
export interface TokenChoices {
  readonly adminToken: string | undefined;
  readonly limitedTokens: readonly LimitedToken[];
}

/** Says what a token may use, or undefined for one that nobody gave out. */
export interface Keys {
  /** How many tokens there are. */
  readonly size: number;
  accessOf(token: string): Access | undefined;
}

/** Keeps digests of the tokens. Each is compared, in constant time, whichever of them is the one. */
export function keysOf({ adminToken, limitedTokens }: TokenChoices): Keys {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const keys = [
    ...(adminToken === undefined ? [] : [{ hash: digest(adminToken), access: 'everything' as Access }]),
    ...limitedTokens.map(({ token, tenants }) => ({ hash: digest(token), access: new Set(tenants) })),
  ];
  return {
    size: keys.length,
    accessOf(token) {
      const given = digest(token);
      return keys.filter(({ hash }) => timingSafeEqual(hash, given))[0]?.access;
    },
  };
}

/** Refuses a token that does not reach the whole simulator. Throws `AdminProblem`: `token-limited`. */
export function refuseLimited(access: Access): void {
  if (access === 'everything') return;
  throw beyond(access, 'This concerns the whole simulator');
}

/** Whether a caller may use a tenant. */
export const reaches = (access: Access, tenant: string): boolean =>
  access === 'everything' || access.has(tenant);

/** Refuses a token that does not reach a tenant, whether there is one of that name or not. Throws `AdminProblem`: `token-limited`. */
export function refuseOther(access: Access, tenant: string): void {
  if (access === 'everything' || access.has(tenant)) return;
  throw beyond(access, `The tenant "${tenant}" is another one`);
}

const beyond = (access: ReadonlySet<string>, why: string): AdminProblem =>
  new AdminProblem(403, 'token-limited', `${why}; this token is for ${[...access].join(', ')} alone.`);
