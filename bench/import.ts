import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type ConnectionPackage, createConnector, readPackage } from '../connector/index.js';
import { LARGE, TOKEN } from './large-tenant.js';
import { root } from './root.js';
import { median, table } from './table.js';

const ROUNDS = 3;
const MEGABYTE = 1_048_576;

/** Seconds on the clock, and of this process's work: the latter hardly depends on what else the machine does. */
interface Time {
  readonly wall: number;
  readonly cpu: number;
}

/** One round: the one and the other in the same process, one after the other. */
interface Round {
  readonly bare: Time;
  readonly connector: Time;
}

/**
 * Measures a full import (accounts, then access) of 100,000 users, 2,000 groups and 500,000 memberships beside a bare loop
 * that fetches the same pages with the same client and parses them. The tenant is a process of its own that sends bytes which
 * are ready. Prints the seconds of each round, the ratio, and the most memory that this process ever had.
 */
export async function benchImport(): Promise<void> {
  const tenant = fork(new URL('large-tenant.js', import.meta.url), { execArgv: [] });
  const [port] = await once(tenant, 'message');
  const url = `http://127.0.0.1:${port}/jama`;
  const source = await readPackage(fileURLToPath(new URL('fixtures/packages/jama-connect', root)));
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await timeOf(() => bareLoop(url));
    rounds.push({ bare, connector: await timeOf(() => importAll(url, source)) });
  }
  tenant.disconnect();
  print(rounds);
}

async function timeOf(work: () => Promise<void>): Promise<Time> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - startedAt) / 1000, cpu: (user + system) / 1e6 };
}

/** Fetches every page that the import needs, one after the other, and parses it. */
async function bareLoop(url: string): Promise<void> {
  const users = await readAll(`${url}/rest/v1/users?includeInactive=true&`);
  const groups = await readAll(`${url}/rest/v1/usergroups?`);
  let members = 0;
  for (let id = 1; id <= LARGE.groups; id += 1) {
    members += await readAll(`${url}/rest/v1/usergroups/${id}/users?`);
  }
  expectSize(users, groups, members);
}

async function readAll(url: string): Promise<number> {
  let read = 0;
  for (let total = 1; read < total; ) {
    const { meta, data } = JSON.parse(await textAt(`${url}startAt=${read}&maxResults=${LARGE.page}`));
    read += data.length;
    total = meta.pageInfo.totalResults;
  }
  return read;
}

const agent = new Agent({ keepAlive: true });

/** Node's own client, on a connection that is kept, as the connector has it. */
function textAt(url: string): Promise<string> {
  const headers = { Authorization: TOKEN, Accept: 'application/json' };
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      response
        .setEncoding('utf8')
        .toArray()
        .then((parts) => resolve(parts.join('')), reject);
    });
    request.on('error', reject);
  });
}

async function importAll(url: string, source: ConnectionPackage): Promise<void> {
  const connector = createConnector({
    package: source,
    clock: { now: () => 0 },
    credentials: { clientId: 'id', clientSecret: 'secret' },
    mapUrl: (address) => address.replace('http://localhost:8080/jama', url),
  });
  for (const outcome of [await connector.importAccounts(), await connector.importAccess()]) {
    if (outcome.status !== 'ok') throw new Error(outcome.problems[0]?.message);
  }
  const { repository } = connector;
  expectSize(repository.accounts().length, repository.entitlements().length, repository.links().length);
}

function expectSize(users: number, groups: number, links: number): void {
  const found = `${users} users, ${groups} groups, ${links} memberships`;
  const wanted = `${LARGE.users} users, ${LARGE.groups} groups, ${LARGE.groups * LARGE.members} memberships`;
  if (found !== wanted) throw new Error(`${found} arrived, and not ${wanted}.`);
}

function print(rounds: readonly Round[]): void {
  const ratio = (kind: keyof Time) => (round: Round) => round.connector[kind] / round.bare[kind];
  process.stdout.write(
    table(
      ['full import', 'bare loop s', 'connector s', 'times', 'bare loop CPU s', 'connector CPU s', 'times'],
      [
        ...rounds.map((round, at) => [
          `round ${at + 1}`,
          round.bare.wall.toFixed(2),
          round.connector.wall.toFixed(2),
          ratio('wall')(round).toFixed(2),
          round.bare.cpu.toFixed(2),
          round.connector.cpu.toFixed(2),
          ratio('cpu')(round).toFixed(2),
        ]),
        [
          'median',
          ...['', '', median(rounds.map(ratio('wall'))).toFixed(2)],
          ...['', '', median(rounds.map(ratio('cpu'))).toFixed(2)],
        ],
      ],
    ),
  );
  const memory = (process.resourceUsage().maxRSS * 1024) / MEGABYTE;
  process.stdout.write(`\nmost memory of the process: ${memory.toFixed(0)} MB (goal: under 1000)\n`);
}
