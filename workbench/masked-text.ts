/** Keys whose values are secrets in a ConnectionJSON, compared without case and underscores. */
const NAMES = 'client_?secret|password|passwd|access_?token|refresh_?token|api_?key';
const SECRET_KEYS = new RegExp(String.raw`("(?:${NAMES})"\s*:\s*")((?:[^"\\]|\\.)*)(")`, 'gi');
const CREDENTIALS = /((?:Basic|Bearer)\s+)([A-Za-z0-9+/=._~-]{8,})/g;

/** What the built-in substitution puts in; it is no secret. */
const PLACEHOLDERS = /^(?:AUTHORIZATION|CLIENTID|CLIENTSECRET|initial|\$\{.*)$/;

/** What stands for each character of a secret. */
export const COVER = '•';

/** Whether a text value is one that secrets stand in: by the key that its pointer ends with, or by a scheme before the cover. */
export function isSecretPlace(pointer: string, value: string): boolean {
  return new RegExp(`/(?:${NAMES})$`, 'i').test(pointer) || /(?:Basic|Bearer)\s+•/.test(value);
}

/** A connector JSON with its secrets covered, each by as many dots: every line and column stays what it was. */
export function maskedText(text: string): string {
  return text
    .replaceAll(SECRET_KEYS, (_, before: string, secret: string, after: string) =>
      [before, covered(secret), after].join(''),
    )
    .replaceAll(CREDENTIALS, (_, scheme: string, secret: string) => scheme + covered(secret));
}

function covered(secret: string): string {
  const bare = secret.replace(/^(?:Basic|Bearer)\s+/, '');
  if (PLACEHOLDERS.test(bare)) return secret;
  return secret.slice(0, secret.length - bare.length) + COVER.repeat(bare.length);
}
