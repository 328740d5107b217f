/**
 * Sends the URLs of a package to another tenant: what stands before `/rest/` becomes the tenant's base URL. A URL without
 * `/rest/` keeps its path and query below that base, so that nothing is ever sent to the address that the package carries.
 */
export function redirectTo(baseUrl: string): (url: string) => string {
  const base = baseUrl.replace(/\/+$/, '');
  return (url) => {
    if (url.startsWith(`${base}/`)) return url;
    const below = belowBase(url);
    if (below !== url) return base + below;
    const afterHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url)?.[1] ?? url;
    return base + (afterHost.startsWith('/') ? '' : '/') + afterHost;
  };
}

/** The part of a URL that follows a tenant's base URL, `/rest/...`; the URL itself when it has none. */
export function belowBase(url: string): string {
  const rest = url.indexOf('/rest/');
  return rest < 0 ? url : url.slice(rest);
}
