import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Tenant } from '../tenant/tenant.js';

const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

/** The metrics of all tenants and of the process, in the text format of Prometheus. */
export async function metricsOf(tenants: readonly Tenant[]): Promise<string> {
  const registers = [new Registry()];
  const requestLabels = ['tenant', 'method', 'status'] as const;
  const requests = new Counter({
    name: 'jama_sim_requests_total',
    help: 'Requests that were answered; status 0 is a connection that was cut.',
    labelNames: requestLabels,
    registers,
  });
  const seconds = new Counter({
    name: 'jama_sim_request_seconds_total',
    help: 'Time that answering took in all.',
    labelNames: requestLabels,
    registers,
  });
  const records = new Gauge({
    name: 'jama_sim_records',
    help: 'Records of a tenant.',
    labelNames: ['tenant', 'kind'] as const,
    registers,
  });
  const faults = new Gauge({
    name: 'jama_sim_fault_hits',
    help: 'How often the fault rules in force have worked.',
    labelNames: ['tenant', 'fault'] as const,
    registers,
  });

  for (const tenant of tenants) {
    const label = { tenant: tenant.name };
    for (const { method, status, count, durationMs } of tenant.traffic.tally()) {
      requests.inc({ ...label, method, status }, count);
      seconds.inc({ ...label, method, status }, durationMs / 1000);
    }
    const now = tenant.clock.now();
    records.set({ ...label, kind: 'users' }, tenant.users.select({ includeInactive: true }).length);
    records.set({ ...label, kind: 'active_users' }, tenant.users.select({}).length);
    records.set({ ...label, kind: 'usergroups' }, tenant.usergroups.select().length);
    records.set(
      { ...label, kind: 'valid_tokens' },
      tenant.tokens.list().filter(({ expiresAt }) => expiresAt > now).length,
    );
    for (const { id, name = String(id), applied } of tenant.faults.list())
      faults.inc({ ...label, fault: name }, applied);
  }
  return Registry.merge([...registers, ofProcess]).metrics();
}
