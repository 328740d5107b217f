import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Simulator, startSimulator } from '../mock-server/index.js';
import { median, table } from './table.js';

const SIZES = [1000, 10_000, 100_000];
const TIMES = 200;

interface Figures {
  readonly users: number;
  readonly writeMs: number;
  readonly firstPageMs: number;
  readonly lastPageMs: number;
  readonly byUsernameMs: number;
  readonly byEmailMs: number;
  readonly startMs: number;
  readonly megabytes: number;
}

/** `npm run bench:tenant`: what a tenant of some sizes costs: a kept write, pages, filters, a start from its file. */
const rows: Figures[] = [];
for (const users of SIZES) rows.push(await measure(users));
process.stdout.write(
  table(
    [
      'users',
      'one write ms',
      'page 1 ms',
      'last page ms',
      'by username ms',
      'by email ms',
      'start from file ms',
      'MB in use',
    ],
    rows.map((row) => [
      String(row.users),
      row.writeMs.toFixed(2),
      row.firstPageMs.toFixed(2),
      row.lastPageMs.toFixed(2),
      row.byUsernameMs.toFixed(2),
      row.byEmailMs.toFixed(2),
      row.startMs.toFixed(0),
      row.megabytes.toFixed(0),
    ]),
  ),
);

async function measure(users: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-bench-'));
  const data = join(folder, 'tenant.json');
  await (await startSimulator({ data, users })).stop();
  const startedAt = performance.now();
  const simulator = await startSimulator({ data });
  const startMs = performance.now() - startedAt;
  const call = await caller(simulator);
  const all = simulator.tenant.users.list();
  const last = all.at(-1);
  if (last === undefined) throw new Error('There are no users.');
  const page = (startAt: number) => `/users?includeInactive=true&maxResults=50&startAt=${startAt}`;
  const paths = [
    page(0),
    page(users - 50),
    `/users?includeInactive=true&username=${last.username}`,
    `/users?includeInactive=true&email=${last.email}`,
  ];
  // In turns, so that what else the machine does meets all of them alike.
  const times: number[][] = [...paths, ''].map(() => []);
  for (let n = 0; n < TIMES; n += 1) {
    for (const [index, path] of paths.entries()) times[index]?.push(await call('GET', path));
    times[4]?.push(await call('PUT', `/users/${last.id}`, { phone: String(n) }));
  }
  const [firstPageMs = 0, lastPageMs = 0, byUsernameMs = 0, byEmailMs = 0, writeMs = 0] = times.map(median);
  const megabytes = process.memoryUsage().heapUsed / 2 ** 20;
  await simulator.stop();
  await rm(folder, { recursive: true });
  return { users, writeMs, firstPageMs, lastPageMs, byUsernameMs, byEmailMs, startMs, megabytes };
}

/** A function that sends a request and gives the milliseconds until its answer was read. */
async function caller({ url, tenant, credentials }: Simulator) {
  const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return async (method: string, path: string, body?: object): Promise<number> => {
    const startedAt = performance.now();
    const answer = await fetch(`${url}/rest/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status}`);
    return performance.now() - startedAt;
  };
}
