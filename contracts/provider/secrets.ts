const jwt = /\beyJ[\w-]{8,}(?:\.[\w-]*)*/g;
const field = /("(?:access_token|refresh_token|password|jti)"\s*:\s*")(?:\\.|[^"\\])*/g;

/** A shorter one would take letters out of words. */
const SHORTEST = 4;

/** Texts that must not leave the program, and what takes their place. */
export interface Secrets {
  keep(secret: string): void;
  /** The text with every secret, and all that looks like a token, taken out. */
  redact(text: string): string;
}

/** @param known secrets that are known from the beginning */
export function createSecrets(known: readonly string[]): Secrets {
  const kept = new Set<string>();
  const keep = (secret: string): void => {
    if (secret.length < SHORTEST) return;
    kept.add(secret);
    kept.add(encodeURIComponent(secret));
  };
  known.forEach(keep);
  return {
    keep,
    redact(text) {
      const open = [...kept]
        .sort((a, b) => b.length - a.length)
        .reduce((left, secret) => left.replaceAll(secret, '[REDACTED]'), text);
      return open.replaceAll(jwt, '[REDACTED]').replaceAll(field, '$1[REDACTED]');
    },
  };
}
