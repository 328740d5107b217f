interface Pair {
  readonly user: string;
  readonly password: string;
}

/**
 * The user and password of an HTTP Basic header, as sent and, if that differs, percent-decoded: OAuth clients encode what
 * they send [RFC 6749 section 2.3.1], others do not. Undefined if the header is missing, of another scheme or malformed.
 */
export function basicCredentials(header: string | undefined): readonly Pair[] | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+=*) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const sent = { user: text.slice(0, colon), password: text.slice(colon + 1) };
  return [sent, { user: decoded(sent.user), password: decoded(sent.password) }];
}

/** The token of a Bearer header; undefined if the header is missing or of another scheme. */
export function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined || header.slice(0, 7).toLowerCase() !== 'bearer ') return undefined;
  return header.slice(7).trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
