import type { RequestListener } from 'node:http';
import express from 'express';

/** Static pages that the simulator serves beside its tenants. */
export interface Pages {
  /** First segment of the path: `/__console`. */
  readonly path: string;
  /** Folders that the files are looked for in, one after the other. */
  readonly folders: readonly string[];
  /** Whether browsers are led here that ask for `/`, or for the place of a tenant, where nothing is to be seen. */
  readonly front?: boolean;
}

/** Only what comes from the simulator itself may run or be loaded, and nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

/** Serves the files of these pages; what is no file answers 404 in plain text. */
export function pagesApp({ path, folders }: Pages): RequestListener {
  const routes = express.Router();
  routes.use((_, response, next) => {
    response.set(HEADERS);
    next();
  });
  for (const folder of folders) routes.use(express.static(folder, { dotfiles: 'ignore', etag: true }));
  routes.use((_, response) => {
    response.status(404).type('text/plain').send('There is no such page.\n');
  });
  return express().disable('x-powered-by').use(path, routes);
}
