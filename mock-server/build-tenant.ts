import type { ResolvedChoices } from './options.js';
import { newCredentials } from './tenant/credentials.js';
import { seedTenant } from './tenant/seed/index.js';
import type { StoredTenant } from './tenant/storage/stored-tenant.js';
import { Tenant } from './tenant/tenant.js';

/** Make a tenant: from a file's content if there is one, else from its seed. Chosen credentials win over stored ones. */
export function buildTenant(choices: ResolvedChoices, stored?: StoredTenant): Tenant {
  const { clientId, clientSecret, profile, clock, entropy } = choices;
  const seedState = () => seedTenant(choices);
  const credentials = newCredentials(entropy, {
    ...stored?.credentials,
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
  });
  const state = stored?.state ?? seedState();
  return new Tenant({
    name: choices.contextPath.slice(1),
    state,
    seedState: stored === undefined ? () => state : seedState,
    profile,
    credentials,
    clock,
    entropy,
    tokenLifetime: choices.tokenTtl,
    trafficCapacity: choices.journal,
  });
}
