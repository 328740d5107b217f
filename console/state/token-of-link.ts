import { rememberToken } from '../api/http.js';

const TOKEN = /\?token=([^&]+)$/;

/**
 * Takes the token out of a link such as `#/live/alice?token=...`: this tab keeps it, and the address no longer shows it. What
 * stands behind `#` was not sent to anybody. True if there was one.
 */
function takeToken(): boolean {
  const [found, token] = TOKEN.exec(location.hash) ?? [];
  if (found === undefined || token === undefined) return false;
  rememberToken(decodeURIComponent(token));
  history.replaceState(null, '', location.hash.slice(0, -found.length));
  return true;
}

/** Takes tokens out of links: the one that this tab was opened with, and those that are opened in it later, which begin it anew. */
export function takeTokensOfLinks(): void {
  takeToken();
  addEventListener('hashchange', () => {
    if (takeToken()) location.reload();
  });
}
