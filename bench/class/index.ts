import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinLoad } from '../running.js';
import { table } from '../table.js';
import { clientOf } from './ask.js';
import { type Caller, callerOf } from './calls.js';
import { openPage } from './console-page.js';
import { startClass } from './server.js';

const TENANTS = 30;
const PER_SECOND = 10;
const WARM_UP_MS = 8000;
const MEASURED_MS = 30_000;
const WITHOUT_PAGES = '--without-pages';

/**
 * `npm run bench:class`: 30 tenants of 120 users, each with a page of the console that is to be seen, and the trainer's overview; each
 * tenant is called 10 times a second for 30 seconds after the warm-up. A call counts from the moment that it was due, so that one which
 * waits for another is late. Prints latencies, memory, work, and how much of it all other programs took. `--without-pages` leaves the
 * pages out, to see what they cost; other flags go to Node.js.
 */
const placement = pinLoad();
const flags = process.argv.slice(2);
const running = await startClass(
  TENANTS,
  flags.filter((flag) => flag !== WITHOUT_PAGES),
);
const { origin, trainees } = running;
const pages = await Promise.all(
  // No class opens its pages in the same moment.
  (flags.includes(WITHOUT_PAGES) ? [] : trainees).map(async ({ name, token }, index) => {
    await sleep((index * 2000) / trainees.length);
    return openPage(clientOf(origin, token), name);
  }),
);
const trainer = clientOf(origin, running.trainerToken);
const overview = setInterval(() => void trainer.ask('GET', '/__workbench/overview'), 1000);
const callers = await Promise.all(trainees.map((one, index) => callerOf(one, origin, index)));

await callAll(callers, WARM_UP_MS, () => undefined);
const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();
const before = { usage: running.usage(), ...pagesSoFar() };
const latencies: number[] = [];
await callAll(callers, MEASURED_MS, (ms) => latencies.push(ms));
const after = { usage: running.usage(), ...pagesSoFar() };
lag.disable();

clearInterval(overview);
for (const page of pages) page.close();
print();
for (const one of [...callers, trainer]) one.close();
await running.stop();
process.exit();

/** What all pages were told. */
function pagesSoFar(): { readonly events: number; readonly bytes: number } {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return { events: sum(pages.map((page) => page.events())), bytes: sum(pages.map((page) => page.bytes())) };
}

/** Calls every tenant at its pace; the tenants take turns within each tenth of a second. */
async function callAll(all: readonly Caller[], forMs: number, told: (ms: number) => void): Promise<void> {
  const startedAt = performance.now();
  const period = 1000 / PER_SECOND;
  await Promise.all(
    all.map(async (caller, at) => {
      const pending: Promise<void>[] = [];
      for (let due = (period * at) / all.length; due < forMs; due += period) {
        const wait = startedAt + due - performance.now();
        if (wait > 0) await sleep(wait);
        pending.push(caller.call().then(() => told(performance.now() - startedAt - due)));
      }
      await Promise.all(pending);
    }),
  );
}

function print(): void {
  const sorted = latencies.sort((a, b) => a - b);
  const percentile = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  const ms = (value: number) => value.toFixed(1);
  const seconds = MEASURED_MS / 1000;
  const cpuMs = after.usage.cpuMs - before.usage.cpuMs;
  const waitedMs = after.usage.waitedMs - before.usage.waitedMs;
  process.stdout.write(`Node ${process.version}, ${placement}\n\n`);
  process.stdout.write(
    table(
      [
        'tenants',
        'calls/s',
        'page events/s',
        'page KB/s',
        'p50 ms',
        'p90 ms',
        'p99 ms',
        'max ms',
        'MB',
        'most MB',
        'CPU ms a call',
        'core in use',
        'waited for core',
        'load lag p99 ms',
      ],
      [
        [
          String(TENANTS),
          ms(latencies.length / seconds),
          ms((after.events - before.events) / seconds),
          ((after.bytes - before.bytes) / 1000 / seconds).toFixed(0),
          ...[percentile(0.5), percentile(0.9), percentile(0.99), sorted.at(-1) ?? 0].map(ms),
          after.usage.megabytes.toFixed(0),
          after.usage.peakMegabytes.toFixed(0),
          (cpuMs / latencies.length).toFixed(2),
          `${((cpuMs / MEASURED_MS) * 100).toFixed(0)} %`,
          `${((waitedMs / MEASURED_MS) * 100).toFixed(0)} %`,
          ms(lag.percentile(99) / 1e6),
        ],
      ],
    ),
  );
}
