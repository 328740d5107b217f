import fc from 'fast-check';
import { startSimulator } from '../../mock-server/index.js';
import { exchange } from './exchange.js';
import { problemOf } from './judge.js';
import { BASIC, BEARER, garbage, type RawRequest, requests } from './requests.js';

export interface FuzzChoices {
  /** The number that the requests follow from. */
  readonly seed: number;
  readonly seconds: number;
}

/** How many requests were sent, and with which statuses they were answered. */
export interface FuzzRun {
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Send random requests to a simulator of its own for some time: every answer must be an envelope and none a 500.
 * Rejects with the smallest request that is answered otherwise, and the seed that leads to it again.
 */
export async function fuzz({ seed, seconds }: FuzzChoices): Promise<FuzzRun> {
  const failures: unknown[] = [];
  const simulator = await startSimulator({
    users: 60,
    journal: 10,
    onError: (error) => failures.push(error),
  });
  const { credentials, port, tenant } = simulator;
  const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
  const basic = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
  const secrets = new Map([
    [BEARER, `Bearer ${accessToken}`],
    [BASIC, `Basic ${basic}`],
  ]);
  const statuses = new Map<number, number>();

  async function check(method: string, target: string, bytes: Buffer, isWhole: boolean): Promise<void> {
    // The owner may have been made inactive; everything after that would be 401.
    tenant.users.setActive(tenant.owner.id, true);
    tenant.users.update(tenant.owner.id, { licenseType: 'NAMED' });
    const response = await exchange(port, bytes, isWhole);
    statuses.set(response?.status ?? 0, (statuses.get(response?.status ?? 0) ?? 0) + 1);
    const problem =
      response === undefined && !isWhole
        ? undefined
        : problemOf(method, target.split('?')[0] ?? '', response);
    if (problem !== undefined) throw new Error(`${problem} ${JSON.stringify(response)}`);
    const [failure] = failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  const property = fc.asyncProperty(
    fc.oneof({ weight: 9, arbitrary: requests }, { weight: 1, arbitrary: garbage }),
    (input) =>
      Buffer.isBuffer(input)
        ? check('', '', input, false)
        : check(input.method, input.target, bytesOf(input, secrets), true),
  );
  try {
    await fc.assert(property, {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false,
    });
  } finally {
    await simulator.stop();
  }
  return { requests: [...statuses.values()].reduce((sum, count) => sum + count, 0), statuses };
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
