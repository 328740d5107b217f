import type { ActiveFault, LicenceType, NamedFault, TrafficEntry } from '../../mock-server/index.js';
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

/** Times are epoch milliseconds. */
export interface TokenFacts {
  readonly id: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly leftMs: number;
}

export interface ClockFacts {
  readonly now: number;
  readonly mode: 'real' | 'frozen' | 'shifted';
}

export interface LicenceFacts {
  readonly licenseType: LicenceType;
  readonly owned: number | null;
  readonly used: number;
  readonly left: number | null;
}

export type ClockChange = { readonly freeze: true } | { readonly advance: number } | { readonly real: true };

const at = (tenant: string) => `/__admin/tenants/${encodeURIComponent(tenant)}`;

/** The admin API, as far as the console uses it. Rejects with ApiProblem. */
export const admin = {
  tenants: () => ask<readonly TenantFacts[]>('GET', '/__admin/tenants'),
  catalogue: () => ask<readonly NamedFault[]>('GET', '/__admin/faults'),
  tenant: (tenant: string) => ask<TenantFacts>('GET', at(tenant)),
  clock: (tenant: string) => ask<ClockFacts>('GET', `${at(tenant)}/clock`),
  setClock: (tenant: string, change: ClockChange) => ask<ClockFacts>('POST', `${at(tenant)}/clock`, change),
  tokens: (tenant: string) => ask<readonly TokenFacts[]>('GET', `${at(tenant)}/tokens`),
  expireTokens: (tenant: string, id?: string) =>
    ask<void>('POST', `${at(tenant)}/tokens/expire`, id === undefined ? {} : { id }),
  licences: (tenant: string) => ask<readonly LicenceFacts[]>('GET', `${at(tenant)}/licences`),
  faults: (tenant: string) => ask<readonly ActiveFault[]>('GET', `${at(tenant)}/faults`),
  useFault: (tenant: string, use: string) => ask<unknown>('POST', `${at(tenant)}/faults`, { use }),
  removeFault: (tenant: string, id: number) => ask<void>('DELETE', `${at(tenant)}/faults/${id}`),
  exchange: (tenant: string, id: number) => ask<TrafficEntry>('GET', `${at(tenant)}/requests/${id}`),
  forgetRequests: (tenant: string) => ask<void>('DELETE', `${at(tenant)}/requests`),
  reset: (tenant: string) => ask<void>('POST', `${at(tenant)}/reset`),
};
