import type { Tenant } from '../../tenant/tenant.js';
import { type AdminOperation, type AdminParameter, AdminProblem, type TenantCall } from '../operation.js';
import { answer, closed, count, listOf } from '../schemas.js';

const LARGEST_PAGE = 1000;
const PAGE: readonly AdminParameter[] = [
  { name: 'startAt', schema: count, description: 'position of the first, 0 by default' },
  {
    name: 'maxResults',
    schema: { ...count, maximum: LARGEST_PAGE },
    description: `${LARGEST_PAGE} by default`,
  },
];

/** The people of a tenant, as a console shows them: inactive users and members are among them. */
export const PEOPLE_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  {
    method: 'GET',
    path: '/users',
    operationId: 'getUsers',
    summary: 'A part of the users, inactive ones too',
    query: PAGE,
    answer: { status: 200, schema: closed({ total: count, users: listOf(answer('User')) }) },
    handle: ({ tenant, query }) => {
      const all = tenant.users.select({ includeInactive: true });
      return { total: all.length, users: pageOf(all, query) };
    },
  },
  {
    method: 'GET',
    path: '/usergroups',
    operationId: 'getUserGroups',
    summary: 'A part of the user groups, with their members',
    query: PAGE,
    answer: { status: 200, schema: closed({ total: count, usergroups: listOf(answer('UserGroup')) }) },
    handle: ({ tenant, query }) => {
      const all = tenant.usergroups.select();
      const usergroups = pageOf(all, query).map((group) => ({
        ...group,
        members: membersOf(tenant, group.id),
      }));
      return { total: all.length, usergroups };
    },
  },
  {
    method: 'GET',
    path: '/licences',
    operationId: 'getLicences',
    summary: 'How many licences of each type the tenant has, and how many are used',
    answer: { status: 200, schema: listOf(answer('Licence')) },
    handle: ({ tenant }) => tenant.licences.use(tenant.users.select({})),
  },
];

function membersOf({ usergroups, users }: Tenant, groupId: number): object[] {
  return usergroups.memberIds(groupId).map((memberId) => {
    const { id, username, active } = users.require(memberId);
    return { id, username, active };
  });
}

function pageOf<T>(all: readonly T[], query: URLSearchParams): readonly T[] {
  const startAt = wholeNumber(query, 'startAt', 0);
  return all.slice(startAt, startAt + Math.min(LARGEST_PAGE, wholeNumber(query, 'maxResults', LARGEST_PAGE)));
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const value = query.get(name) ?? String(otherwise);
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AdminProblem(
    400,
    'parameter-invalid',
    `${name} is "${value}", which is no whole number from 0 on.`,
  );
}
