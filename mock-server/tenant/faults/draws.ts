import type { FaultDelay } from './rule.js';

/** Numbers from 0 up to 1, one after the other. */
export interface Draws {
  (): number;
  /** Draws that go on from here as these would. */
  copy(): Draws;
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
export function draws(seed: number): Draws {
  let state = seed >>> 0;
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return Object.assign(draw, { copy: () => draws(state) });
}

/** The longest wait that is drawn, in milliseconds: a lognormal one has no end of its own. */
const LONGEST = 600_000;

/** One wait in whole milliseconds. */
export function drawDelay(delay: FaultDelay | undefined, draw: () => number): number {
  if (delay === undefined) return 0;
  if (typeof delay === 'number') return delay;
  if ('lower' in delay) return Math.round(delay.lower + draw() * (delay.upper - delay.lower));
  return Math.min(LONGEST, Math.round(delay.median * Math.exp(delay.sigma * normal(draw))));
}

/** A number of the standard normal distribution (Box and Muller). */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
