import type { UserGroup } from '../tenant/model.js';
import { changedUserGroup, groupUser, newUserGroup } from './body-schemas.js';
import { created, deleted, list, one, updated } from './envelope.js';
import type { Exchange } from './exchange.js';
import { type Links, linksOf, noLinks, type Reference } from './links.js';
import { INCLUDE, type Operation, PAGING, write } from './operation.js';
import { idOf, pageOf, wholeNumber } from './paging.js';
import { linkedJson, userGroupJson, userJson } from './records.js';
import type { Reply } from './reply.js';

const REFERENCES: readonly Reference<UserGroup>[] = [
  { name: 'data.project', type: 'projects', idOf: ({ project }) => project },
];

const linksOfGroups = (exchange: Exchange, groups: readonly UserGroup[]): Links =>
  linksOf(exchange, REFERENCES, groups, (type, id) => linkedJson(exchange.tenant, type, id));

/** User groups and their members [documented: operations of the vendor's Swagger]. */
export const USERGROUP_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/usergroups',
    operationId: 'getUsers',
    summary: 'List user groups',
    query: [{ name: 'project', type: 'integer', description: 'only groups of this project' }, ...PAGING],
    result: { kind: 'list', of: 'UserGroup' },
    handle: listGroups,
  },
  write({
    method: 'POST',
    path: '/usergroups',
    operationId: 'addUserGroup',
    summary: 'Create a user group',
    body: newUserGroup,
    result: { kind: 'created' },
    handle(exchange, body) {
      noteUnknownProject(exchange, body.project);
      const { id } = exchange.tenant.usergroups.create(body);
      return created(exchange, `/usergroups/${id}`, id);
    },
  }),
  {
    method: 'GET',
    path: '/usergroups/{id}',
    operationId: 'getGroup',
    summary: 'Read a user group',
    query: [INCLUDE],
    result: { kind: 'one', of: 'UserGroup' },
    handle(exchange) {
      exchange.relyOn('usergroup-shape');
      const group = exchange.tenant.usergroups.require(idOf(exchange.params.id));
      return one(exchange, linksOfGroups(exchange, [group]), userGroupJson(exchange.tenant, group));
    },
  },
  write({
    method: 'PUT',
    path: '/usergroups/{id}',
    operationId: 'updateUserGroup',
    summary: 'Change the fields of a user group that are sent',
    body: changedUserGroup,
    result: { kind: 'updated' },
    handle(exchange, patch) {
      exchange.relyOn('usergroup-merge');
      noteUnknownProject(exchange, patch.project);
      exchange.tenant.usergroups.update(idOf(exchange.params.id), patch);
      return updated(exchange);
    },
  }),
  {
    method: 'DELETE',
    path: '/usergroups/{id}',
    operationId: 'deleteItem',
    summary: 'Delete a user group',
    result: { kind: 'deleted' },
    handle(exchange) {
      const { usergroups } = exchange.tenant;
      const id = idOf(exchange.params.id);
      if (usergroups.memberIds(id).length > 0) exchange.relyOn('usergroup-delete');
      usergroups.delete(id);
      return deleted(exchange);
    },
  },
  {
    method: 'GET',
    path: '/usergroups/{id}/users',
    operationId: 'getGroupUsers',
    summary: 'List the members of a user group',
    query: PAGING,
    result: { kind: 'list', of: 'User' },
    handle: listMembers,
  },
  write({
    method: 'POST',
    path: '/usergroups/{id}/users',
    operationId: 'addUserToGroup',
    summary: 'Add a user to a user group',
    body: groupUser,
    result: { kind: 'created' },
    handle(exchange, { user }) {
      const id = idOf(exchange.params.id);
      if (exchange.tenant.users.get(user) === undefined) exchange.relyOn('reference-not-found');
      exchange.tenant.usergroups.addMember(id, user);
      exchange.relyOn('member-added-answer');
      return created(exchange, `/usergroups/${id}/users/${user}`, user);
    },
  }),
  {
    method: 'DELETE',
    path: '/usergroups/{id}/users/{userId}',
    operationId: 'removeUserFromGroup',
    summary: 'Take a user out of a user group',
    result: { kind: 'deleted' },
    handle(exchange) {
      const { params, tenant } = exchange;
      tenant.usergroups.removeMember(idOf(params.id), idOf(params.userId));
      return deleted(exchange);
    },
  },
];

/** That a body's reference to nothing answers 404 is a guess of its own. */
function noteUnknownProject(exchange: Exchange, project: number | null | undefined): void {
  if (project == null || exchange.tenant.projects.get(project) !== undefined) return;
  exchange.relyOn('reference-not-found');
}

function listGroups(exchange: Exchange): Reply {
  const { query, tenant } = exchange;
  const project = wholeNumber(query, 'project', 0);
  exchange.relyOn('usergroup-shape');
  if (project === undefined) exchange.relyOn('usergroups-all-listed');
  const { records, ...page } = pageOf(
    exchange,
    tenant.usergroups.select(project === undefined ? undefined : [project]),
  );
  const json = records.map((group) => userGroupJson(tenant, group));
  return list(exchange, linksOfGroups(exchange, records), page, json);
}

function listMembers(exchange: Exchange): Reply {
  const { params, tenant } = exchange;
  const { records, ...page } = pageOf(exchange, tenant.usergroups.memberIds(idOf(params.id)));
  const members = records.map((id) => tenant.users.require(id));
  if (members.some(({ active }) => !active)) exchange.relyOn('members-inactive');
  return list(
    exchange,
    noLinks(exchange),
    page,
    members.map((user) => userJson(tenant, user)),
  );
}
