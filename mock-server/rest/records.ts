import type { Project, User, UserGroup } from '../tenant/model.js';
import type { Tenant } from '../tenant/tenant.js';
import { timestamp } from './timestamp.js';
import { type WireText, wireText } from './wire-text.js';

/**
 * Records as Jama writes them. Key order, and that a field without a value is left out, are captured for users and
 * projects and inferred for groups. A record never changes, so its JSON is made once.
 */
const plain = new WeakMap<User, WireText>();
const extended = new WeakMap<User, WireText>();

export function userJson(tenant: Tenant, user: User): WireText {
  const cache = tenant.profile.extendedRecords ? extended : plain;
  const ready = cache.get(user);
  if (ready !== undefined) return ready;
  const { id, username, firstName, lastName, email, phone, title, location, licenseType, active } = user;
  const json = wireText(
    JSON.stringify({
      id,
      username,
      firstName,
      lastName,
      email,
      phone: phone ?? undefined,
      title: title ?? undefined,
      location: location ?? undefined,
      licenseType,
      active,
      ...(tenant.profile.extendedRecords ? { uid: `u${id}`, customData: [] } : {}),
      type: 'users',
    }),
  );
  cache.set(user, json);
  return json;
}

export function userGroupJson(tenant: Tenant, { id, name, description, project }: UserGroup): WireText {
  return wireText(
    JSON.stringify({
      id,
      name,
      description: description ?? undefined,
      project: project ?? undefined,
      uid: tenant.profile.extendedRecords ? `g${id}` : undefined,
      type: 'usergroups',
    }),
  );
}

export function projectJson(project: Project): WireText {
  const { id, projectKey, parent, isFolder, createdDate, modifiedDate, createdBy, modifiedBy } = project;
  return wireText(
    JSON.stringify({
      id,
      projectKey: projectKey ?? undefined,
      parent: parent ?? undefined,
      isFolder,
      createdDate: timestamp(createdDate),
      modifiedDate: timestamp(modifiedDate),
      createdBy,
      modifiedBy,
      fields: { projectKey: projectKey ?? undefined, name: project.name, description: project.description },
      type: 'projects',
    }),
  );
}

/** The JSON of the record that a reference leads to, or undefined if there is none. */
export function linkedJson(tenant: Tenant, type: 'projects' | 'users', id: number): WireText | undefined {
  if (type === 'users') {
    const user = tenant.users.get(id);
    return user && userJson(tenant, user);
  }
  const project = tenant.projects.get(id);
  return project && projectJson(project);
}
