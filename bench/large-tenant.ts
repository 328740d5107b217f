import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The size of the tenant that imports are measured on. */
export const LARGE = { users: 100_000, groups: 2_000, members: 250, page: 50 } as const;

/** The token that its API takes. */
export const TOKEN = 'Bearer of-the-large-tenant';

const { users, groups, members, page } = LARGE;

function userOf(id: number): object {
  return {
    id,
    username: `user.${id}`,
    firstName: `Given${id}`,
    lastName: `Family${id}`,
    email: `user.${id}@tenant.example`,
    phone: `+49 30 ${1_000_000 + id}`,
    title: 'Systems Engineer',
    location: 'Berlin',
    licenseType: 'NAMED',
    active: id % 20 !== 0,
    authenticationType: { id: 1 },
    uid: `u${id}`,
    customData: [],
    type: 'users',
  };
}

function groupOf(id: number): object {
  const name = `Group ${id}`;
  return {
    id,
    uid: `g${id}`,
    name,
    description: `Everybody in team ${id}`,
    project: null,
    type: 'usergroups',
  };
}

function body(records: readonly object[], startIndex: number, totalResults: number): Buffer {
  const pageInfo = { startIndex, resultCount: records.length, totalResults };
  const meta = { status: 'OK', timestamp: '2026-01-05T08:00:00.000+0000', pageInfo };
  return Buffer.from(JSON.stringify({ meta, links: {}, linked: {}, data: records }));
}

function pages(total: number, recordOf: (id: number) => object, sizeOfWhole: number): Buffer[] {
  return Array.from({ length: total / page }, (_, at) => {
    const records = Array.from({ length: page }, (_, n) => recordOf(at * page + n + 1));
    return body(records, (at * page) % sizeOfWhole, sizeOfWhole);
  });
}

function send(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}

/** Serves the tenant from bytes that are ready: users, groups, and the members of each group, 50 a page. */
function serve(): void {
  const userPages = pages(users, userOf, users);
  const groupPages = pages(groups, groupOf, groups);
  // The members of a group are 250 users in a row, so each page of members belongs to one page of users.
  const memberPages = pages(users, userOf, members);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://tenant');
    const at = Number(searchParams.get('startAt')) / page;
    const group = /\/usergroups\/(\d+)\/users$/.exec(pathname)?.[1];
    if (pathname.endsWith('/token')) {
      const [token_type, access_token] = TOKEN.split(' ');
      return send(response, Buffer.from(JSON.stringify({ access_token, token_type, expires_in: 3600 })));
    }
    if (request.headers.authorization !== TOKEN) return response.writeHead(401).end();
    const first = (Number(group) * (members / page)) % memberPages.length;
    const found =
      group === undefined
        ? (pathname.endsWith('/users') ? userPages : groupPages)[at]
        : memberPages[first + at];
    return found === undefined ? response.writeHead(404).end() : send(response, found);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serve();
