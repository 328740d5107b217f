import type { Clock } from './real-clock.js';

/** A token bucket: as many calls at once as it holds, filled again at a steady rate of the tenant's clock. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #perSecond: number | undefined;
  #left: number;
  #filledAt: number;

  /** @param perSecond calls a second, and the most at once; undefined lets every call pass */
  constructor(clock: Clock, perSecond: number | undefined) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#left = perSecond ?? 0;
    this.#filledAt = clock.now();
  }

  /** Take one call out of the bucket; false if it is empty. */
  take(): boolean {
    if (this.#perSecond === undefined) return true;
    const now = this.#clock.now();
    const gained = (Math.max(0, now - this.#filledAt) * this.#perSecond) / 1000;
    this.#left = Math.min(this.#perSecond, this.#left + gained);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Remembers how full the bucket is; the function that is given back restores it. */
  remember(): () => void {
    const [left, filledAt] = [this.#left, this.#filledAt];
    return () => {
      this.#left = left;
      this.#filledAt = filledAt;
    };
  }

  /** Fill the bucket. */
  reset(): void {
    this.#left = this.#perSecond ?? 0;
    this.#filledAt = this.#clock.now();
  }
}
