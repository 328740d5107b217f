import type { ExtraFields, Project, User, UserGroup } from '../tenant/model.js';
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
  const { id, username, firstName, lastName, email, licenseType, active, extra } = user;
  const { more, unset } = extraOf(extra);
  const json = wireText(
    JSON.stringify({
      id,
      username,
      firstName,
      lastName,
      email,
      phone: user.phone ?? unset('phone'),
      title: user.title ?? unset('title'),
      location: user.location ?? unset('location'),
      licenseType,
      active,
      ...(tenant.profile.extendedRecords ? { uid: `u${id}`, customData: [] } : {}),
      ...more,
      type: 'users',
    }),
  );
  cache.set(user, json);
  return json;
}

export function userGroupJson(tenant: Tenant, group: UserGroup): WireText {
  const { id, name, description, project, extra } = group;
  const { more, unset } = extraOf(extra);
  return wireText(
    JSON.stringify({
      id,
      name,
      description: description ?? unset('description'),
      project: project ?? unset('project'),
      uid: tenant.profile.extendedRecords ? `g${id}` : undefined,
      ...more,
      type: 'usergroups',
    }),
  );
}

const NOTHING_MORE = { more: {}, unset: () => undefined } as const;

/** The fields that a recorded record has beside ours, and what it writes for one of ours without a value. */
function extraOf(extra: ExtraFields | undefined): {
  readonly more: ExtraFields;
  readonly unset: (name: string) => null | undefined;
} {
  if (extra === undefined) return NOTHING_MORE;
  const more = Object.fromEntries(Object.entries(extra).filter(([name]) => !OPTIONAL.has(name)));
  return { more, unset: (name) => (extra[name] === null ? null : undefined) };
}

/** Fields of ours that may be without a value. */
const OPTIONAL: ReadonlySet<string> = new Set(['phone', 'title', 'location', 'description', 'project']);

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
