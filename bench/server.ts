import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { baselines } from './contenders/baselines.js';
import type { Contender } from './contenders/contender.js';
import { jamaSim } from './contenders/ours.js';
import { peers } from './contenders/peers.js';
import { pinLoad, type Running, start } from './running.js';
import { median, table } from './table.js';

const USERS = 10_000;
const FIRST_PORT = 18_300;
const ROUNDS = 3;
const STARTS = 5;

interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

interface Row {
  readonly contender: Contender;
  readonly firstAnswers: number[];
  readonly rounds: Round[];
  idle: number;
  loaded: number;
}

/**
 * Measures an authenticated page of 50 users at 10,000 users beside the same bytes sent by bare node:http and by a bare
 * Express 5 application: requests a second, median and 99th percentile latency, time to the first answer, memory. Prints a table.
 */
export async function benchServer(options: { readonly withPeers: boolean }): Promise<void> {
  const placement = pinLoad();
  const ours = jamaSim('jama-sim', USERS, FIRST_PORT);
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-bench-'));
  const page = join(folder, 'page.json');
  await writeFile(page, await pageOf(ours));
  const contenders = [
    ours,
    ...baselines(page, FIRST_PORT + 1),
    ...(options.withPeers ? await peers(folder, page, FIRST_PORT + 10) : []),
  ];
  const rows = contenders.map(
    (contender): Row => ({ contender, firstAnswers: [], rounds: [], idle: 0, loaded: 0 }),
  );
  for (let round = 0; round < ROUNDS; round += 1) for (const row of rows) await measure(row);

  const plain = jamaSim('jama-sim, plain start', 120, FIRST_PORT + 4);
  const starts: number[] = [];
  let plainIdle = 0;
  for (let n = 0; n < STARTS; n += 1) {
    const running = await start(plain);
    starts.push(running.firstAnswerMs);
    plainIdle = running.memory();
    await running.stop();
  }
  print(rows, placement);
  process.stdout.write(
    `\nplain start (120 users): first answer after ${median(starts).toFixed(0)} ms (${starts.map((ms) => ms.toFixed(0)).join(', ')}), ${plainIdle.toFixed(0)} MB idle\n`,
  );
}

async function pageOf(ours: Contender): Promise<string> {
  const running = await start(ours);
  const answer = await fetch(`http://127.0.0.1:${ours.port}${ours.path}`, {
    headers: { ...running.headers },
  });
  const text = await answer.text();
  await running.stop();
  if (answer.status !== 200) throw new Error(`jama-sim answered ${answer.status}: ${text}`);
  return text;
}

async function measure(row: Row): Promise<void> {
  const running = await start(row.contender);
  row.firstAnswers.push(running.firstAnswerMs);
  row.idle = running.memory();
  await load(running, 2);
  const { requests, latency, non2xx, errors } = await load(running, 5);
  if (non2xx + errors > 0) throw new Error(`${row.contender.name}: ${non2xx} bad answers, ${errors} errors.`);
  row.rounds.push({ perSecond: requests.average, p50: latency.p50, p99: latency.p99 });
  row.loaded = running.memory();
  await running.stop();
}

function load({ contender, headers }: Running, seconds: number): Promise<autocannon.Result> {
  const url = `http://127.0.0.1:${contender.port}${contender.path}`;
  return autocannon({ url, headers: { ...headers }, connections: 10, duration: seconds });
}

function print(rows: readonly Row[], placement: string): void {
  const bare = rows.find(({ contender }) => contender.name === 'bare node:http');
  const perSecond = (row: Row) => median(row.rounds.map((round) => round.perSecond));
  const whole = (value: number) => value.toFixed(0);
  process.stdout.write(
    `Node ${process.version}, ${placement}; 10 connections; median of ${ROUNDS} rounds of 5 s\n\n`,
  );
  process.stdout.write(
    table(
      [
        '',
        'requests/s',
        'of bare',
        'rounds',
        'p50 ms',
        'p99 ms',
        'first answer ms',
        'MB idle',
        'MB loaded',
        'does',
      ],
      rows.map((row) => [
        row.contender.name,
        whole(perSecond(row)),
        bare === undefined ? '' : `${whole((perSecond(row) / perSecond(bare)) * 100)} %`,
        row.rounds.map((round) => whole(round.perSecond)).join(' '),
        String(median(row.rounds.map(({ p50 }) => p50))),
        String(median(row.rounds.map(({ p99 }) => p99))),
        whole(median(row.firstAnswers)),
        whole(row.idle),
        whole(row.loaded),
        row.contender.does,
      ]),
    ),
  );
}
