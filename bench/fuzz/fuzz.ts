import fc from 'fast-check';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { adminRequests } from './admin-requests.js';
import { exchange, type RawResponse } from './exchange.js';
import { garbage } from './garbage.js';
import { adminProblem, garbageProblem, restProblem } from './judge.js';
import { restRequests } from './rest-requests.js';
import { BASIC, BEARER, type RawRequest } from './values.js';
import { wholeRequests } from './whole-requests.js';

export interface FuzzChoices {
  /** The number that the requests follow from. */
  readonly seed: number;
  readonly seconds: number;
}

/** How many requests were sent, and how many were answered with each status, or closed without an answer (0). */
export interface FuzzRun {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
}

/** What is sent, and who judges the answer. */
type Shot =
  | { readonly kind: 'rest' | 'admin'; readonly request: RawRequest }
  | { readonly kind: 'garbage'; readonly bytes: Buffer };

const MOST_TENANTS = 10;

const shots: fc.Arbitrary<Shot> = fc.oneof(
  { weight: 9, arbitrary: restRequests.map((request): Shot => ({ kind: 'rest', request })) },
  { weight: 6, arbitrary: wholeRequests.map((request): Shot => ({ kind: 'rest', request })) },
  { weight: 3, arbitrary: adminRequests.map((request): Shot => ({ kind: 'admin', request })) },
  { weight: 1, arbitrary: garbage.map((bytes): Shot => ({ kind: 'garbage', bytes })) },
);

/**
 * Send random requests to simulators of its own for some time: every answer of a tenant must be as the OpenAPI document says, every
 * answer of the admin API a result or a problem, and none a 500. Faults and clocks are changed at a simulator that has no other work.
 * Rejects with the smallest request that is answered otherwise, and the seed that leads to it again.
 */
export async function fuzz({ seed, seconds }: FuzzChoices): Promise<FuzzRun> {
  const failures: unknown[] = [];
  const onError = (error: unknown) => failures.push(error);
  const simulator = await startSimulator({ users: 60, journal: 10, onError });
  const administered = await startSimulator({ users: 10, groups: 3, journal: 10, onError });
  const secrets = await secretsOf(simulator);
  const statuses = new Map<number, number>();

  async function check(shot: Shot): Promise<void> {
    const response = await answerTo(shot);
    const status = response?.status ?? 0;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const problem = response === undefined ? problemOfSilence(shot) : problemOf(shot, response);
    if (problem !== undefined) throw new Error(`${problem} ${JSON.stringify(response)}`);
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  async function answerTo(shot: Shot): Promise<RawResponse | undefined> {
    if (shot.kind === 'garbage') return exchange(simulator.port, shot.bytes, false);
    if (shot.kind === 'admin') {
      await removeTenants(administered);
      return exchange(administered.port, bytesOf(shot.request, secrets), true);
    }
    keepOwner(simulator);
    return exchange(simulator.port, bytesOf(shot.request, secrets), true);
  }

  try {
    await fc.assert(fc.asyncProperty(shots, check), {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false,
    });
  } finally {
    await simulator.stop();
    await administered.stop();
  }
  return { requests: [...statuses.values()].reduce((sum, count) => sum + count, 0), statuses };
}

const problemOfSilence = ({ kind }: Shot): string | undefined =>
  kind === 'garbage' ? undefined : 'There is no answer.';

function problemOf(shot: Shot, response: RawResponse): string | undefined {
  if (shot.kind === 'garbage') return garbageProblem(response);
  return (shot.kind === 'admin' ? adminProblem : restProblem)(shot.request, response);
}

async function secretsOf({ tenant, credentials }: Simulator): Promise<ReadonlyMap<string, string>> {
  const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
  const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  return new Map([
    [BEARER, `Bearer ${accessToken}`],
    [BASIC, `Basic ${basic}`],
  ]);
}

/** The owner may have been made inactive, or lost the licence; everything after that would be refused. */
function keepOwner({ tenant }: Simulator): void {
  tenant.users.setActive(tenant.owner.id, true);
  tenant.users.update(tenant.owner.id, { licenseType: 'NAMED' });
}

/** Hours of new tenants would fill the memory. */
async function removeTenants(simulator: Simulator): Promise<void> {
  const [, ...more] = simulator.tenants();
  if (more.length < MOST_TENANTS) return;
  for (const { tenant } of more) await simulator.deleteTenant(tenant.name);
}

function bytesOf(
  { method, target, headers, body }: RawRequest,
  secrets: ReadonlyMap<string, string>,
): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${secrets.get(value) ?? value}`);
  const head = [
    `${method} ${target} HTTP/1.1`,
    'connection: close',
    `content-length: ${body.length}`,
    ...lines,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
