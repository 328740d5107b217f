import type { RunningTenant, Tenant } from '../mock-server/index.js';
import type { AgreementCounts, OverviewRow, SidesView } from './api.js';
import type { Bench } from './bench.js';

/** What an overview is made of. */
export interface OverviewSource {
  readonly tenants: () => readonly RunningTenant[];
  /** The bench of a tenant that somebody has opened. */
  readonly opened: (tenant: Tenant) => Bench | undefined;
}

/**
 * Makes the overview of all tenants but the default one. A tenant whose bench nobody has opened is told by its traffic alone, so
 * that looking at it costs nothing. How long nothing came is measured from the first overview on.
 */
export function createOverview({ tenants, opened }: OverviewSource): () => readonly OverviewRow[] {
  /** When the last call of a tenant came, by its stopwatch. */
  const calledAt = new WeakMap<Tenant, { at: number | undefined }>();

  function lastCall(tenant: Tenant): { at: number | undefined } {
    const known = calledAt.get(tenant);
    if (known !== undefined) return known;
    const watched: { at: number | undefined } = { at: undefined };
    calledAt.set(tenant, watched);
    tenant.traffic.subscribe(() => {
      watched.at = tenant.stopwatch.now();
    });
    return watched;
  }

  function row({ tenant }: RunningTenant): OverviewRow {
    const { at } = lastCall(tenant);
    const bench = opened(tenant);
    const run = bench?.runs().at(-1);
    const last = tenant.traffic.last();
    const idle = at === undefined ? tenant.clock.now() - (last?.at ?? 0) : tenant.stopwatch.now() - at;
    return {
      tenant: tenant.name,
      calls: tenant.traffic.count(),
      last: last === undefined ? null : { method: last.method, path: last.path, status: last.status },
      idleMs: last === undefined ? null : Math.max(0, Math.round(idle)),
      package: bench?.package() ?? null,
      run: run === undefined ? null : { flow: run.request.flow, status: run.status },
      agreement: bench === undefined ? null : agreementOf(bench.sides()),
      progress: bench?.progress() ?? null,
    };
  }

  return () => tenants().slice(1).map(row);
}

/** People and groups of both sides together. */
function agreementOf({ imports, users, accounts, usergroups, entitlements }: SidesView): AgreementCounts {
  const here = [users.standings, usergroups.standings];
  const there = [accounts.standings, entitlements.standings];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const groupsDue = imports.accounts && !imports.access ? usergroups.standings['only-here'] : 0;
  return {
    same: sum(here.map(({ same }) => same)),
    different: sum(here.map(({ different }) => different)),
    onlyTenant: sum(here.map((one) => one['only-here'])) - groupsDue,
    groupsDue,
    onlyEic: sum(there.map((one) => one['only-here'])),
  };
}
