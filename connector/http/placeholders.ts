import { isObject, type JsonValue } from '../json.js';

/** A client id and its secret, as the target issued them. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The base64 text of `name:secret`, as HTTP Basic wants it (UTF-8). */
export function basicCredential(name: string, secret: string): string {
  return Buffer.from(`${name}:${secret}`, 'utf8').toString('base64');
}

/**
 * Puts real credentials where a ConnectionJSON has the guide's placeholders: `Basic AUTHORIZATION` and
 * `Basic CLIENTID:CLIENTSECRET` become the encoded pair, CLIENTID and CLIENTSECRET the plain values. Each may stand between
 * `<` and `>` or between `@`, as the fill-ins of published packages do.
 * Source: integration guide (documented).
 */
export function fillPlaceholders(value: JsonValue, credentials: Credentials | undefined): JsonValue {
  if (credentials === undefined) return value;
  if (typeof value === 'string') {
    const encoded = `Basic ${basicCredential(credentials.clientId, credentials.clientSecret)}`;
    return value
      .replaceAll(/\bBasic [<@]?(AUTHORIZATION|CLIENTID:CLIENTSECRET)\b[>@]?/gi, () => encoded)
      .replaceAll(/[<@]?\bCLIENTID\b[>@]?/g, () => credentials.clientId)
      .replaceAll(/[<@]?\bCLIENTSECRET\b[>@]?/g, () => credentials.clientSecret);
  }
  if (Array.isArray(value)) return value.map((element) => fillPlaceholders(element, credentials));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fillPlaceholders(inner ?? null, credentials)]),
  );
}
