import { benchImport } from './import.js';
import { benchServer } from './server.js';
import { table } from './table.js';
import { benchTemplate } from './template.js';

/** `npm run bench`: every measurement, one after the other; `--peers` adds the servers of bench/peers. */
await benchServer({ withPeers: process.argv.includes('--peers') });

const rows = await benchTemplate();
process.stdout.write('\n');
process.stdout.write(
  table(
    ['templates', 'value', 'unit', 'times', 'compared with', 'goal'],
    rows.map(({ what, value, unit, ratio, comparedWith, goal }) => [
      what,
      String(value),
      unit,
      String(ratio),
      comparedWith,
      goal,
    ]),
  ),
);

process.stdout.write('\n');
await benchImport();
