import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuMilliseconds } from './cpu-time.js';
import { root } from './root.js';
import { median, table } from './table.js';

const ROUNDS = Number(process.argv[2] ?? 3);
const PACKAGE = fileURLToPath(new URL('fixtures/packages/jama-connect/', root));
const BIN = fileURLToPath(new URL('bin/jama-sim.js', root));

/** A change somebody makes in an editor, and takes back. A `@` stands for the round, since a verdict is remembered. */
interface Edit {
  readonly file: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const broken = (file: string, from: string, to: string): Edit => ({ file, what: 'breaks it', from, to });
const harmless = (file: string, from: string, to: string): Edit => ({ file, what: 'harmless', from, to });
const layout = (file: string): Edit => ({ file, what: 'layout', from: '{\n', to: '{   \n' });

const PROVISIONING = ['Create', 'Update', 'Enable', 'Disable', 'Remove'].map((name) => `${name}AccountJSON`);
const ACCESS = ['AddAccessJSON', 'RemoveAccessJSON'];

const EDITS: readonly Edit[] = [
  broken('ConnectionJSON', '"client_credentials"', '"password@"'),
  harmless('ConnectionJSON', '"maxRefreshTryCount": 3', '"maxRefreshTryCount": 4@'),
  harmless('ConfigJSON', '"retryWait": 2', '"retryWait": 1@'),
  broken('STATUS_THRESHOLD_CONFIG', '"true"', '"active@"'),
  harmless('STATUS_THRESHOLD_CONFIG', '"accountThresholdValue": 1000', '"accountThresholdValue": 90@'),
  broken('ImportAccountEntJSON', '"batchSize": 50', '"batchSize": 10@'),
  broken('ImportAccountEntJSON', '/rest/v1/users?', '/rest/v1/user@?'),
  broken('ImportAccountEntJSON', '"username~#~char"', '"login@~#~char"'),
  harmless(
    'ImportAccountEntJSON',
    '"licenseType~#~char"',
    '"title~#~char","customproperty9@": "title~#~char"',
  ),
  layout('ImportAccountEntJSON'),
  ...[...PROVISIONING, ...ACCESS].flatMap((name) => [
    broken(name, '"httpMethod": "', '"httpMethod": "X@'),
    harmless(name, '"Accept": "application/json"', '"Accept": "application/json; q=0.@"'),
  ]),
];

interface Sample {
  readonly milliseconds: number;
  readonly cpu: number;
  readonly run: number;
}

/** `npm run bench:watch`: how long after a change was written `check --watch` has the whole verdict, and what that costs. */
const folder = await mkdtemp(join(tmpdir(), 'jama-sim-bench-'));
await cp(PACKAGE, folder, { recursive: true });
const startedAt = performance.now();
const child = spawn(process.execPath, [BIN, 'check', folder, '--watch'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, NO_COLOR: '1' },
});
const verdict = verdictsOf(child);
const all = await verdict();
process.stdout.write(
  `first verdict, ${all} scenarios: ${(performance.now() - startedAt).toFixed(0)} ms, ${cpuMilliseconds(child.pid)} ms CPU\n\n`,
);
const samples = new Map<Edit, Sample[]>(EDITS.map((edit) => [edit, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [edit, taken] of samples) {
    const file = join(folder, `${edit.file}.json`);
    const text = await readFile(file, 'utf8');
    if (!text.includes(edit.from)) throw new Error(`${edit.file} has no ${edit.from}.`);
    taken.push(await measured(file, text.replace(edit.from, edit.to.replaceAll('@', String(round + 1)))));
    await measured(file, text);
  }
}
child.kill('SIGTERM');
await rm(folder, { recursive: true });
process.stdout.write(
  table(
    ['changed', 'change', 'scenarios run', 'verdict ms', 'longest ms', 'CPU ms'],
    [...samples].map(([edit, taken]) => {
      const of = (key: keyof Sample) => taken.map((sample) => sample[key]);
      return [
        edit.file,
        `${edit.what}: ${edit.to.trim()}`,
        String(median(of('run'))),
        median(of('milliseconds')).toFixed(0),
        Math.max(...of('milliseconds')).toFixed(0),
        median(of('cpu')).toFixed(0),
      ];
    }),
  ),
);

async function measured(file: string, text: string): Promise<Sample> {
  const cpu = cpuMilliseconds(child.pid);
  const writtenAt = performance.now();
  await writeFile(file, text);
  const run = await verdict();
  return { milliseconds: performance.now() - writtenAt, cpu: cpuMilliseconds(child.pid) - cpu, run };
}

/** A function that waits for the next whole verdict, and gives how many scenarios were run for it. */
function verdictsOf(watched: ChildProcess): () => Promise<number> {
  let text = '';
  let wake: () => void = () => {};
  watched.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    wake();
  });
  return async () => {
    for (;;) {
      const found = /(\d+) scenarios run anew {3}watching/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return Number(found[1]);
      }
      await new Promise<void>((woken) => {
        wake = woken;
      });
    }
  };
}
