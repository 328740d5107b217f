import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

let pending: Promise<KeyObject> | undefined;
let ready = false;

/**
 * The RSA key that signs the access tokens of this process. It is made once, off the main thread, because that takes
 * a few hundred milliseconds; whoever calls first starts it.
 */
export function signingKey(): Promise<KeyObject> {
  pending ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => {
    ready = true;
    return privateKey;
  });
  return pending;
}

/** Whether the key is made, so that a token can be issued at once. */
export function isKeyReady(): boolean {
  return ready;
}
