import { setMaxListeners } from 'node:events';
import type { RequestListener } from 'node:http';
import { dataPlace } from './data-place.js';
import { dispatcher } from './dispatch.js';
import { listen } from './listen.js';
import { openLog } from './log.js';
import { resolveChoices, type SimulatorOptions, type TenantChoices } from './options.js';
import { brokenRequestAnswer } from './rest/broken-request.js';
import type { Credentials } from './tenant/credentials.js';
import { signingKey } from './tenant/signing-key.js';
import type { Tenant } from './tenant/tenant.js';
import { type TenantSetup, Tenants } from './tenants.js';
import { certificateFor } from './tls.js';

/** On a single core the signing key would compete with the first answer; a token that is asked for sooner starts it itself. */
const KEY_DELAY_MS = 250;

/** A tenant and how to reach it. */
export interface RunningTenant {
  /** Where the tenant answers, without a slash at the end: `http://127.0.0.1:41234/jama`. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly tenant: Tenant;
}

/** A running simulator; `url`, `credentials` and `tenant` are those of the default tenant. */
export interface Simulator extends RunningTenant {
  readonly port: number;
  /** PEM text of the certificate, for clients that are to trust it; undefined without TLS. */
  readonly certificate: string | undefined;
  /** Every tenant, the default one first. */
  tenants(): readonly RunningTenant[];
  /**
   * Make one more tenant, isolated in state, clock, faults, traffic and credentials. Rejects with `SetupError`:
   * `tenant-name-invalid`, `tenant-exists`, `option-invalid`, `unknown-profile` or a code of the data file.
   */
  createTenant(name: string, setup?: TenantSetup): Promise<RunningTenant>;
  /** Remove a tenant and what is kept of it. Rejects with `SetupError`: `tenant-unknown` or `tenant-is-default`. */
  deleteTenant(name: string): Promise<void>;
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
  const tenants = Tenants.inMemory(options);
  const handler = dispatcher(tenants, { ...choices, stopping: new AbortController().signal });
  return { handler, tenant: tenants.default, credentials: tenants.default.credentials };
}

/**
 * Start simulated tenants on a port of their own. Rejects with `SetupError`: `option-invalid`, `unknown-profile`,
 * `tenant-name-invalid`, `tenant-exists`, `data-file-unusable`, `data-journal-unusable`, `data-file-unwritable`, `data-file-in-use`,
 * `certificate-unusable`, `port-in-use` or `address-unavailable`.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { host = '127.0.0.1', port = 0, tls = false } = options;
  const log = await openLog(options.log);
  const choices = resolveChoices({ ...options, onError: options.onError ?? log?.error });
  const certificate = tls === false ? undefined : await certificateFor(tls, host);
  const tenants = await openTenants(options, log?.watch);
  const stopping = new AbortController();
  // Every stream listens; there are as many as people look.
  setMaxListeners(0, stopping.signal);
  const handler = dispatcher(tenants, { ...choices, stopping: stopping.signal });
  const onClientError = brokenRequestAnswer(choices.overrides);
  const listening = await listen(handler, { host, port, certificate, onClientError }).catch(
    async (error: unknown) => {
      await tenants.close();
      throw error;
    },
  );
  setTimeout(() => void signingKey(), KEY_DELAY_MS).unref();
  log?.info({ origin: listening.origin, tenants: tenants.list().length }, 'listening');

  const running = (tenant: Tenant): RunningTenant => ({
    url: `${listening.origin}/${tenant.name}`,
    credentials: tenant.credentials,
    tenant,
  });
  return {
    ...running(tenants.default),
    port: listening.port,
    certificate: certificate?.cert,
    tenants: () => tenants.list().map(running),
    createTenant: async (name, setup) => running(await tenants.create(name, setup)),
    deleteTenant: (name) => tenants.delete(name),
    async stop() {
      stopping.abort();
      await listening.close();
      await tenants.close();
      log?.info({}, 'stopped');
    },
  };
}

async function openTenants(options: SimulatorOptions, welcome?: (tenant: Tenant) => void): Promise<Tenants> {
  const { data, tenants: more = [] } = options;
  const first = resolveChoices(options).contextPath.slice(1);
  const place = await dataPlace(data, { first, more });
  const tenants = await Tenants.keptIn(place, options, welcome);
  try {
    for (const name of more) await tenants.create(name);
    const present = new Set(tenants.list().map(({ name }) => name));
    for (const name of await place.names()) if (!present.has(name)) await tenants.create(name);
  } catch (error) {
    await tenants.close();
    throw error;
  }
  return tenants;
}
