import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/fuzz.js';

/** `npm run fuzz -- --seconds N --seed M`: random requests to every route; the exit status is 1 when one is answered badly. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const { requests, statuses } = await fuzz({ seconds: Number(values.seconds), seed: Number(values.seed) });
const counts = [...statuses]
  .sort(([a], [b]) => a - b)
  .map(([status, count]) => `${status === 0 ? 'closed' : status}: ${count}`);
process.stdout.write(
  `${requests} requests with seed ${values.seed}, all answered as they should be   ${counts.join('   ')}\n`,
);
