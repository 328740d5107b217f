import { LICENCE_TYPES, type LicenceType } from '../tenant/model.js';
import type { Tenant } from '../tenant/tenant.js';
import type { UserFilter } from '../tenant/users.js';
import { activeStatus, changedUser, newUser } from './body-schemas.js';
import { created, list, one, updated } from './envelope.js';
import type { Exchange } from './exchange.js';
import { noLinks } from './links.js';
import { WireError } from './messages.js';
import { INCLUDE, type Operation, PAGING, write } from './operation.js';
import { idOf, pageOf, wholeNumber } from './paging.js';
import { userJson } from './records.js';
import type { Reply } from './reply.js';

const TEXT_FILTERS = ['username', 'email', 'firstName', 'lastName'] as const;

/** Users [documented: operations of the vendor's Swagger; there is no DELETE and no PATCH]. */
export const USER_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/users',
    operationId: 'getUsers',
    summary: 'List users',
    query: [
      ...TEXT_FILTERS.map((name) => ({ name, type: 'string' }) as const),
      { name: 'licenseType', type: 'string', enum: LICENCE_TYPES },
      { name: 'includeInactive', type: 'boolean', description: 'true adds users who are not active' },
      { name: 'project', type: 'integer', description: 'only users of this project' },
      ...PAGING,
    ],
    result: { kind: 'list', of: 'User' },
    handle: listUsers,
  },
  write({
    method: 'POST',
    path: '/users',
    operationId: 'addUser',
    summary: 'Create a user',
    body: newUser,
    result: { kind: 'created' },
    handle(exchange, body) {
      const { users } = exchange.tenant;
      const shared = users.select({ email: [body.email], includeInactive: true }).length > 0;
      const { id } = users.create(body);
      exchange.relyOn('user-created-active');
      if (shared) exchange.relyOn('user-email-shared');
      return created(exchange, `/users/${id}`, id);
    },
  }),
  {
    method: 'GET',
    path: '/users/current',
    operationId: 'getCurrentUser',
    summary: 'Read the calling user',
    query: [INCLUDE],
    result: { kind: 'one', of: 'User' },
    handle: (exchange) => one(exchange, noLinks(exchange), userJson(exchange.tenant, exchange.caller)),
  },
  {
    method: 'GET',
    path: '/users/{userId}',
    operationId: 'getUser',
    summary: 'Read a user',
    query: [INCLUDE],
    result: { kind: 'one', of: 'User' },
    handle(exchange) {
      const user = exchange.tenant.users.require(idOf(exchange.params.userId));
      return one(exchange, noLinks(exchange), userJson(exchange.tenant, user));
    },
  },
  write({
    method: 'PUT',
    path: '/users/{userId}',
    operationId: 'putUser',
    summary: 'Change the fields of a user that are sent',
    body: changedUser,
    result: { kind: 'updated' },
    handle(exchange, { password, ...patch }) {
      if (password !== undefined) exchange.relyOn('password-on-update');
      const user = exchange.tenant.users.update(idOf(exchange.params.userId), patch);
      if (patch.licenseType !== undefined && !user.active) exchange.relyOn('licence-of-inactive-user');
      return updated(exchange);
    },
  }),
  write({
    method: 'PUT',
    path: '/users/{userId}/active',
    operationId: 'setActiveStatus',
    summary: 'Make a user active or inactive',
    body: activeStatus,
    result: { kind: 'updated' },
    handle(exchange, { active }) {
      const { users } = exchange.tenant;
      const id = idOf(exchange.params.userId);
      if (users.require(id).active === active) exchange.relyOn('active-unchanged');
      users.setActive(id, active);
      return updated(exchange);
    },
  }),
];

function listUsers(exchange: Exchange): Reply {
  const { tenant } = exchange;
  const { records, ...page } = pageOf(exchange, tenant.users.select(filterOf(exchange)));
  return list(
    exchange,
    noLinks(exchange),
    page,
    records.map((user) => userJson(tenant, user)),
  );
}

/** The filter that a query asks for; text filters match whole values in any case [inferred]. */
function filterOf(exchange: Exchange): UserFilter {
  const { query, tenant } = exchange;
  const filter: { -readonly [K in keyof UserFilter]: UserFilter[K] } = {};
  if (query.get('includeInactive')?.toLowerCase() === 'true') filter.includeInactive = true;
  for (const name of TEXT_FILTERS) {
    const values = valuesOf(exchange, name);
    if (values === undefined) continue;
    exchange.relyOn('filter-match');
    filter[name] = values;
  }
  const licences = valuesOf(exchange, 'licenseType');
  if (licences !== undefined) filter.licenseType = licences.map(licenceType);
  const project = wholeNumber(query, 'project', 0);
  if (project !== undefined) {
    exchange.relyOn('filter-project');
    filter.ids = usersOfProject(tenant, project);
  }
  return filter;
}

/** The values of a filter, or undefined if there is none; empty values do not filter [inferred]. */
function valuesOf(exchange: Exchange, name: string): readonly string[] | undefined {
  const all = exchange.query.getAll(name);
  const values = all.filter((value) => value !== '');
  if (values.length < all.length) exchange.relyOn('filter-empty');
  return values.length === 0 ? undefined : values;
}

function licenceType(value: string): LicenceType {
  const known = LICENCE_TYPES.find((type) => type === value);
  if (known !== undefined) return known;
  throw new WireError('parameter-malformed', {
    name: 'licenseType',
    expected: `one of ${LICENCE_TYPES.join(', ')}`,
  });
}

function usersOfProject({ usergroups }: Tenant, project: number): ReadonlySet<number> {
  return new Set(usergroups.select([project]).flatMap(({ id }) => usergroups.memberIds(id)));
}
