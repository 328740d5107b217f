import type { Clock } from './real-clock.js';

export type ClockState =
  | { readonly mode: 'real' }
  | { readonly mode: 'frozen'; readonly at: number }
  | { readonly mode: 'shifted'; readonly byMs: number };

/** A tenant's clock: real, frozen at an instant, or shifted from the clock below it. Times are epoch milliseconds. */
export class TenantClock implements Clock {
  readonly #below: Clock;
  #state: ClockState = { mode: 'real' };

  constructor(below: Clock) {
    this.#below = below;
  }

  now(): number {
    const state = this.#state;
    if (state.mode === 'frozen') return state.at;
    return state.mode === 'shifted' ? this.#below.now() + state.byMs : this.#below.now();
  }

  /** Stop the clock at `at`, or at the present moment. */
  freeze(at: number = this.now()): void {
    this.#state = { mode: 'frozen', at };
  }

  /** Run `byMs` ahead of (or, if negative, behind) the clock below. */
  shift(byMs: number): void {
    this.#state = { mode: 'shifted', byMs };
  }

  /** Move on by `ms`: a frozen clock stays frozen at the later instant, a running one keeps running. */
  advance(ms: number): void {
    const state = this.#state;
    if (state.mode === 'frozen') this.freeze(state.at + ms);
    else this.shift((state.mode === 'shifted' ? state.byMs : 0) + ms);
  }

  /** Back to the clock below. */
  useReal(): void {
    this.#state = { mode: 'real' };
  }

  /** As a state says that was read before. */
  restore(state: ClockState): void {
    this.#state = state;
  }

  state(): ClockState {
    return this.#state;
  }
}
