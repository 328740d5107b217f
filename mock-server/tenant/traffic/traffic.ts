import type { KeptRecord, TrafficEntry, TrafficRecord } from './entry.js';
import { type TrafficQuery, trafficFilter } from './query.js';
import { redacted } from './redact.js';

/** How many requests of one method were answered with one status since the tenant was made, and how long they took in all. */
export interface Tally {
  readonly method: string;
  readonly status: number;
  count: number;
  durationMs: number;
}

export type TrafficListener = (entry: TrafficEntry) => void;

/** The last requests of one tenant, oldest first. Secrets are redacted whenever the entries are read. */
export class Traffic {
  readonly #kept: (KeptRecord | undefined)[];
  readonly #listeners = new Set<TrafficListener>();
  readonly #tally = new Map<string, Tally>();
  #count = 0;

  /** @param capacity how many requests are kept; 0 keeps none */
  constructor(capacity: number) {
    this.#kept = new Array(capacity);
  }

  record(record: TrafficRecord): void {
    this.#count += 1;
    this.#add(record);
    const kept = { id: this.#count, ...record };
    if (this.#kept.length > 0) this.#kept[this.#count % this.#kept.length] = kept;
    if (this.#listeners.size === 0) return;
    const entry = redacted(kept);
    for (const listener of this.#listeners) listener(entry);
  }

  /** How many requests were answered since the last clear, kept or not; with a query, how many of the kept ones match it. */
  count(query?: TrafficQuery): number {
    return query === undefined ? this.#count : this.find(query).length;
  }

  /** The kept requests that match, oldest first. */
  find(query: TrafficQuery): readonly TrafficEntry[] {
    return this.entries().filter(trafficFilter(query));
  }

  /** The last request, if one is kept. */
  last(): TrafficEntry | undefined {
    const kept = this.#kept[this.#count % this.#kept.length];
    return kept === undefined ? undefined : redacted(kept);
  }

  entries(): readonly TrafficEntry[] {
    return this.#kept
      .filter((entry) => entry !== undefined)
      .sort((a, b) => a.id - b.id)
      .map(redacted);
  }

  /** Tell of every request from now on, as it is answered; gives the function that ends it. */
  subscribe(listener: TrafficListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Counts that a clear does not touch. */
  tally(): readonly Readonly<Tally>[] {
    return [...this.#tally.values()];
  }

  /** Remembers the requests; the function that is given back restores them. The tally goes on. */
  remember(): () => void {
    const [kept, count] = [[...this.#kept], this.#count];
    return () => {
      for (const [at, record] of kept.entries()) this.#kept[at] = record;
      this.#count = count;
    };
  }

  clear(): void {
    this.#kept.fill(undefined);
    this.#count = 0;
  }

  #add({ method, status, durationMs }: TrafficRecord): void {
    const key = `${method} ${status}`;
    const tally = this.#tally.get(key);
    if (tally === undefined) this.#tally.set(key, { method, status, count: 1, durationMs });
    else {
      tally.count += 1;
      tally.durationMs += durationMs;
    }
  }
}
