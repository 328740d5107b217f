import type { Observation, World } from '../scenario.js';

/** A task that ended well and did not do what it is for. @param place where the cause stands, if it is known; else the call */
export function noEffect(
  world: World,
  document: string,
  message: string,
  place: Pick<Observation, 'document' | 'pointer' | 'span'> = { document, pointer: '/call/0' },
): void {
  world.see({
    ...place,
    code: 'no-effect',
    message,
    remedy:
      'Look at the request and at successResponses: something else was done, or a refusal was taken for a success.',
  });
}
