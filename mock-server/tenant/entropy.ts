import { randomBytes, randomUUID } from 'node:crypto';

/** Where secrets and token ids come from; everything else in a tenant follows from its seed. */
export interface Entropy {
  /** `length` random characters of a-z and 0-9. */
  letters(length: number): string;
  uuid(): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemEntropy: Entropy = {
  letters: (length) =>
    Array.from(randomBytes(length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join(''),
  uuid: () => randomUUID(),
};
