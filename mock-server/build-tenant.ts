import { fixtureState } from './fixture/index.js';
import type { ResolvedChoices } from './options.js';
import { newCredentials } from './tenant/credentials.js';
import type { LicenceType } from './tenant/model.js';
import type { Profile } from './tenant/profile.js';
import { generatedTenant, type SeedOptions } from './tenant/seed/index.js';
import type { TenantState } from './tenant/state.js';
import type { StoredTenant } from './tenant/storage/stored-tenant.js';
import { Tenant } from './tenant/tenant.js';

/** Make a tenant: from a file's content if there is one, else from its fixture or its seed. Chosen credentials win over stored ones. */
export function buildTenant(choices: ResolvedChoices, stored?: StoredTenant): Tenant {
  const { clientId, clientSecret, profile, clock, entropy } = choices;
  const { fixture } = choices;
  const seedState = () =>
    fixture === undefined
      ? generatedState(choices, profile)
      : withOwnerLicence(fixtureState(fixture), profile.ownerLicence);
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
    stopwatch: choices.stopwatch,
    faults: choices.faults,
    overrides: choices.overrides,
  });
}

/** A generated tenant as a release would have it, to be given to `restore`: the same four numbers always make the same one. */
export function generatedState(size: SeedOptions, profile: Profile): TenantState {
  return withOwnerLicence(generatedTenant(size), profile.ownerLicence);
}

function withOwnerLicence(state: TenantState, licenseType: LicenceType | undefined): TenantState {
  if (licenseType === undefined) return state;
  const users = state.users.map((user) => (user.id === state.ownerId ? { ...user, licenseType } : user));
  return { ...state, users };
}
