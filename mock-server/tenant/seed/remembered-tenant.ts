import type { TenantState } from '../state.js';
import { type SeedOptions, seedTenant } from './seed-tenant.js';

/** Tenants beyond this size are generated each time, so that nobody's memory is kept. */
const LARGEST = 2000;
const MOST = 32;
const remembered = new Map<string, TenantState>();

/** A generated tenant. One that was generated in this process before is given again, since the same numbers make the same tenant. */
export function generatedTenant({ users, groups, projects, seed }: SeedOptions): TenantState {
  const options = { users, groups, projects, seed };
  if (users + groups > LARGEST) return seedTenant(options);
  const key = JSON.stringify(options);
  const state = remembered.get(key) ?? seedTenant(options);
  if (remembered.size >= MOST) remembered.clear();
  remembered.set(key, state);
  return state;
}
