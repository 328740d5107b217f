import { quoteRegExp } from '../regexp.js';

/** Replaces secrets in what people may see. */
export interface Redactor {
  /** Remembers a secret; short ones are left to the rules for keys. */
  add(secret: string | undefined): void;
  /** Remembers the name of a key whose value is a secret (maskInLogs). */
  addKey(key: string): void;
  /** Remembers the name of a header whose value is a secret (authHeaderName). */
  addHeader(name: string): void;
  isSecretHeader(name: string): boolean;
  text(text: string): string;
  headers(headers: Readonly<Record<string, string>>): Record<string, string>;
}

const REDACTED = '[REDACTED]';
const SECRET_HEADERS = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'api-key',
  'x-auth-token',
]);
const SECRET_KEYS = [
  'password',
  'passwd',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'clientSecret',
  'secret',
  'apiKey',
  'assertion',
  'jwt_token',
];
const SHORTEST = 4;

/** Keeps the scheme of a credential: `Bearer [REDACTED]`. */
function credential(value: string): string {
  const scheme = /^(\w+) /.exec(value)?.[1];
  return scheme === undefined ? REDACTED : `${scheme} ${REDACTED}`;
}

/** A redactor that knows the usual secret keys and headers, and whatever is added. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();
  const keys = new Set(SECRET_KEYS);
  const headerNames = new Set(SECRET_HEADERS);
  let patterns: { readonly name: RegExp; readonly value: RegExp } | undefined;
  /** Looking for a name is much cheaper than the pattern of its value, and most texts have none. */
  const keyPatterns = () => {
    if (patterns !== undefined) return patterns;
    const names = [...keys].map(quoteRegExp).join('|');
    patterns = {
      name: new RegExp(names, 'i'),
      value: new RegExp(`("(?:${names})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"|(\\b(?:${names})=)[^&\\s"]+`, 'gi'),
    };
    return patterns;
  };
  return {
    add(secret) {
      if (secret === undefined) return;
      const bare = secret.replace(/^\w+ /, '');
      for (const one of [secret, bare]) if (one.length >= SHORTEST) secrets.add(one);
    },
    addKey(key) {
      keys.add(key);
      patterns = undefined;
    },
    text(text) {
      let shown = text;
      for (const secret of secrets) if (shown.includes(secret)) shown = shown.replaceAll(secret, REDACTED);
      const { name, value } = keyPatterns();
      if (!name.test(shown)) return shown;
      return shown.replace(value, (_, json: string | undefined, form: string | undefined) =>
        json === undefined ? `${form}${REDACTED}` : `${json}"${REDACTED}"`,
      );
    },
    addHeader: (name) => headerNames.add(name.toLowerCase()),
    isSecretHeader: (name) => headerNames.has(name.toLowerCase()) || keys.has(name),
    headers(headers) {
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          this.isSecretHeader(name) ? credential(value) : this.text(value),
        ]),
      );
    },
  };
}
