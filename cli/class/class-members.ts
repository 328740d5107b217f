import type { RunningTenant } from '../../mock-server/index.js';

/** What a trainee gets. */
export interface Trainee {
  readonly name: string;
  /** Base URL of their tenant. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Opens the console of their tenant. */
  readonly console: string;
}

/** A trainee's tenant as it is reached at an address. */
export function traineeOf(
  { tenant: { name }, credentials }: RunningTenant,
  at: { readonly origin: string; readonly console: string; readonly token: string },
): Trainee {
  return {
    name,
    url: `${at.origin}/${name}`,
    ...credentials,
    console: consoleLink(at, `live/${name}`, at.token),
  };
}

/** A link to a view of the console; the token stands behind `#`, which browsers never send. */
export function consoleLink(
  { origin, console }: { readonly origin: string; readonly console: string },
  view: string,
  token: string,
): string {
  return `${origin}${console}/#/${view}?token=${encodeURIComponent(token)}`;
}
