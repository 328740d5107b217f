import type { RequestListener } from 'node:http';
import { buildTenant } from './build-tenant.js';
import { dispatcher } from './dispatch.js';
import { listen } from './listen.js';
import { resolveChoices, type SimulatorOptions, type TenantChoices } from './options.js';
import type { Credentials } from './tenant/credentials.js';
import { signingKey } from './tenant/signing-key.js';
import { FileStore, readStored } from './tenant/storage/file-store.js';
import { FORMAT, unwritable } from './tenant/storage/stored-tenant.js';
import type { Tenant } from './tenant/tenant.js';

/** A running simulator. */
export interface Simulator {
  /** Where the tenant answers, without a slash at the end: `http://127.0.0.1:41234/jama`. */
  readonly url: string;
  readonly port: number;
  readonly credentials: Credentials;
  readonly tenant: Tenant;
  /** Stop listening, let running requests end, and keep what is still to be kept. */
  stop(): Promise<void>;
}

/** The simulator as a request listener, for supertest or to be mounted in an Express application. */
export interface SimulatorApp {
  readonly handler: RequestListener;
  readonly tenant: Tenant;
  readonly credentials: Credentials;
}

/** Make a tenant in memory and the listener that serves it. Throws `SetupError` if an option cannot be used. */
export function createSimulatorApp(options: TenantChoices = {}): SimulatorApp {
  const choices = resolveChoices(options);
  const tenant = buildTenant(choices);
  return { handler: dispatcher([tenant], choices.onError), tenant, credentials: tenant.credentials };
}

/**
 * Start a simulated tenant on a port of its own. Rejects with `SetupError`: `option-invalid`, `unknown-profile`,
 * `data-file-unusable`, `data-file-unwritable`, `port-in-use` or `address-unavailable`.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const choices = resolveChoices(options);
  const { data, host = '127.0.0.1', port = 0 } = options;
  const tenant = buildTenant(choices, data === undefined ? undefined : await readStored(data));
  const { credentials } = tenant;
  const listening = await listen(dispatcher([tenant], choices.onError), { host, port });
  if (data !== undefined) {
    tenant.keepWith(new FileStore(data, () => ({ format: FORMAT, credentials, state: tenant.snapshot() })));
    try {
      tenant.changed();
      await tenant.saved();
    } catch (error) {
      await listening.close();
      throw unwritable(data, error);
    }
  }
  void signingKey();
  return {
    url: `${listening.origin}${choices.contextPath}`,
    port: listening.port,
    credentials,
    tenant,
    async stop() {
      await listening.close();
      await tenant.saved();
    },
  };
}
