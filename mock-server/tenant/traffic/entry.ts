export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One request with its answer, as it was seen, without secrets; times are epoch milliseconds. */
export interface TrafficEntry {
  readonly id: number;
  /** When it arrived, by the tenant's clock. */
  readonly at: number;
  /** Milliseconds until the answer was handed over, by the stopwatch. */
  readonly durationMs: number;
  readonly method: string;
  /** Path below the tenant's base, and the query with its question mark or nothing. */
  readonly path: string;
  readonly search: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  /** 0 if the connection was cut without an answer. */
  readonly status: number;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
  /** The inferred rules that the answer rests on. */
  readonly inferred: readonly string[];
  /** The fault that bent the exchange: its name, or its id. */
  readonly fault?: string;
}

/**
 * What is recorded: headers of the answer as names and values in turns, its body as UTF-8 with one character a byte, or as a
 * function that puts it together when it is read.
 */
export interface TrafficRecord
  extends Omit<TrafficEntry, 'id' | 'responseHeaders' | 'responseBody' | 'fault'> {
  readonly responseHeaders: readonly string[];
  readonly responseBody: string | (() => string);
  readonly fault: string | undefined;
}

export type KeptRecord = TrafficRecord & { readonly id: number };
