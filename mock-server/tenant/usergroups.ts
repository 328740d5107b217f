import type { SmallChange } from './change.js';
import { TenantError } from './errors.js';
import type { NewUserGroup, UserGroup, UserGroupPatch } from './model.js';
import { OrderedList } from './ordered-list.js';
import type { Projects } from './projects.js';
import type { Users } from './users.js';

export interface UserGroupRules {
  readonly users: Users;
  readonly projects: Projects;
  readonly onChange: (change: SmallChange) => void;
}

/** Who is in which group: pairs of group id and member ids. */
export type Memberships = readonly (readonly [groupId: number, memberIds: readonly number[]])[];

interface Entry {
  readonly group: UserGroup;
  readonly members: OrderedList<{ readonly id: number }>;
  readonly memberIds: Set<number>;
}

/** The user groups of one tenant and their members. A member may be inactive. */
export class UserGroups {
  readonly #rules: UserGroupRules;
  readonly #entries = new Map<number, Entry>();
  readonly #all = new OrderedList<UserGroup>();
  #nextId = 1;

  constructor(rules: UserGroupRules) {
    this.#rules = rules;
  }

  /** Every group in order of id. */
  list(): readonly UserGroup[] {
    return [...this.#all.items];
  }

  /** The groups of one project, or all of them, in order of id. */
  select(projects?: readonly number[]): readonly UserGroup[] {
    if (projects === undefined) return this.#all.items;
    return this.#all.items.filter(({ project }) => project !== null && projects.includes(project));
  }

  get(id: number): UserGroup | undefined {
    return this.#entries.get(id)?.group;
  }

  /** The group with this id. Refuses with `usergroup-not-found`. */
  require(id: number): UserGroup {
    return this.#entry(id).group;
  }

  /** Add a group. Refuses with `usergroup-name-taken` or `project-not-found`. */
  create(input: NewUserGroup): UserGroup {
    const group: UserGroup = {
      id: this.#nextId,
      name: input.name,
      description: input.description ?? null,
      project: input.project ?? null,
    };
    this.#check(group);
    this.#put(group, []);
    this.#rules.onChange({ kind: 'usergroup', usergroup: group });
    return group;
  }

  /** Merge a change into a group. Refuses as `create` does, and with `usergroup-not-found`. */
  update(id: number, patch: UserGroupPatch): UserGroup {
    const entry = this.#entry(id);
    const sent = Object.entries(patch).filter(([, value]) => value !== null && value !== undefined);
    const group = Object.freeze({ ...entry.group, ...Object.fromEntries(sent) });
    this.#check(group);
    this.#entries.set(id, { ...entry, group });
    this.#all.put(group);
    this.#rules.onChange({ kind: 'usergroup', usergroup: group });
    return group;
  }

  /** Remove a group with its memberships. Refuses with `usergroup-not-found`. */
  delete(id: number): void {
    this.#entry(id);
    this.#entries.delete(id);
    this.#all.remove(id);
    this.#rules.onChange({ kind: 'usergroup-deleted', groupId: id });
  }

  /** The ids of a group's members in ascending order. Refuses with `usergroup-not-found`. */
  memberIds(groupId: number): readonly number[] {
    return this.#entry(groupId).members.items.map(({ id }) => id);
  }

  /** Add a user to a group. Refuses with `usergroup-not-found`, `user-not-found` or `already-member`. */
  addMember(groupId: number, userId: number): void {
    const { members, memberIds } = this.#entry(groupId);
    this.#rules.users.require(userId);
    if (memberIds.has(userId)) throw new TenantError('already-member', { groupId, userId });
    members.put({ id: userId });
    memberIds.add(userId);
    this.#rules.onChange({ kind: 'member-added', groupId, userId });
  }

  /** Take a user out of a group. Refuses with `usergroup-not-found` or `member-not-found`. */
  removeMember(groupId: number, userId: number): void {
    const { members, memberIds } = this.#entry(groupId);
    if (!memberIds.delete(userId)) throw new TenantError('member-not-found', { groupId, userId });
    members.remove(userId);
    this.#rules.onChange({ kind: 'member-removed', groupId, userId });
  }

  /** The id that the next new group gets; ids are never used again. */
  get nextId(): number {
    return this.#nextId;
  }

  memberships(): Memberships {
    return this.#all.items.map(({ id }) => [id, this.memberIds(id)] as const);
  }

  /** Replace all groups, as when a tenant is seeded, restored or read from a file. */
  load(groups: readonly UserGroup[], memberships: Memberships, nextId = 1): void {
    const members = new Map(memberships);
    this.#entries.clear();
    this.#all.load([]);
    this.#nextId = nextId;
    for (const group of groups) this.#put(group, members.get(group.id) ?? []);
  }

  #entry(id: number): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new TenantError('usergroup-not-found', { id });
    return entry;
  }

  #put(group: UserGroup, memberIds: readonly number[]): void {
    const members = new OrderedList<{ readonly id: number }>();
    members.load(memberIds.map((id) => ({ id })));
    this.#entries.set(group.id, { group: Object.freeze(group), members, memberIds: new Set(memberIds) });
    this.#all.put(group);
    this.#nextId = Math.max(this.#nextId, group.id + 1);
  }

  #check(group: UserGroup): void {
    if (group.project !== null) this.#rules.projects.require(group.project);
    const { id, name, project } = group;
    const taken = this.#all.items.some(
      (one) => one.id !== id && one.project === project && one.name === name,
    );
    if (taken) throw new TenantError('usergroup-name-taken', { name });
  }
}
