import type { World } from '../scenario.js';

/** A task that ended well and did not do what it is for. */
export function noEffect(world: World, document: string, message: string): void {
  world.see({
    document,
    pointer: '/call/0',
    code: 'no-effect',
    message,
    remedy:
      'Look at the request and at successResponses: something else was done, or a refusal was taken for a success.',
  });
}
