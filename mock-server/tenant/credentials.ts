import type { Entropy } from './entropy.js';

/** API credentials of one user; a token acts with the permissions of its owner [documented]. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Credentials in the shape the vendor shows: an id of 15 characters and a secret of 25 [documented]. */
export function newCredentials(entropy: Entropy, given: Partial<Credentials> = {}): Credentials {
  return {
    clientId: given.clientId ?? entropy.letters(15),
    clientSecret: given.clientSecret ?? entropy.letters(25),
  };
}
