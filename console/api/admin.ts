import type { NamedFault, TrafficEntry } from '../../mock-server/index.js';
import { ask } from './http.js';

/** A tenant in numbers. */
export interface TenantFacts {
  readonly name: string;
  readonly profile: string;
  readonly users: number;
  readonly usergroups: number;
  readonly projects: number;
  readonly requests: number;
}

export type ClockChange = { readonly freeze: true } | { readonly advance: number } | { readonly real: true };

const at = (tenant: string) => `/__admin/tenants/${encodeURIComponent(tenant)}`;

/** The admin API, as far as the console uses it. Rejects with ApiProblem. */
export const admin = {
  tenants: () => ask<readonly TenantFacts[]>('GET', '/__admin/tenants'),
  catalogue: () => ask<readonly NamedFault[]>('GET', '/__admin/faults'),
  setClock: (tenant: string, change: ClockChange) => ask<unknown>('POST', `${at(tenant)}/clock`, change),
  expireTokens: (tenant: string, id?: string) =>
    ask<void>('POST', `${at(tenant)}/tokens/expire`, id === undefined ? {} : { id }),
  useFault: (tenant: string, use: string) => ask<unknown>('POST', `${at(tenant)}/faults`, { use }),
  removeFault: (tenant: string, id: number) => ask<void>('DELETE', `${at(tenant)}/faults/${id}`),
  exchange: (tenant: string, id: number) => ask<TrafficEntry>('GET', `${at(tenant)}/requests/${id}`),
  forgetRequests: (tenant: string) => ask<void>('DELETE', `${at(tenant)}/requests`),
  reset: (tenant: string) => ask<void>('POST', `${at(tenant)}/reset`),
};
