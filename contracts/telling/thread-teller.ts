import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ConnectionPackage } from '../../connector/index.js';
import type { Teller } from './telling.js';
import { type Answer, packageText, type Question } from './thread-messages.js';

/**
 * Tells scenarios in a thread of its own, which stays warm until it is closed and keeps no process alive. What it tells is what
 * this thread would tell.
 */
export function startThread(): Teller {
  // Node's own flags, such as those of an evaluated script, are of no use in there.
  const worker = new Worker(new URL('./thread.js', import.meta.url), { execArgv: [] });
  let given: ConnectionPackage | undefined;
  worker.unref();
  return {
    async tell(connectionPackage, scenario) {
      const question: Question = {
        scenario: scenario.id,
        ...(given === connectionPackage ? {} : { package: packageText(connectionPackage) }),
      };
      given = connectionPackage;
      worker.ref();
      try {
        worker.postMessage(question);
        const [answer] = (await once(worker, 'message')) as [Answer];
        if ('failure' in answer) throw answer.failure;
        return answer.telling;
      } finally {
        worker.unref();
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}
