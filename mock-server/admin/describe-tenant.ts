import type { Tenant } from '../tenant/tenant.js';

/** A tenant in numbers, without secrets. */
export function describeTenant(tenant: Tenant): object {
  return {
    name: tenant.name,
    profile: tenant.profile.name,
    users: tenant.users.list().length,
    usergroups: tenant.usergroups.list().length,
    projects: tenant.projects.list().length,
    requests: tenant.traffic.count(),
  };
}
