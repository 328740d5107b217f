/** One request with its answer, as it was seen; times are epoch milliseconds. */
export interface TrafficEntry {
  readonly id: number;
  readonly at: number;
  readonly method: string;
  /** Path below the tenant's base, and the query with its question mark or nothing. */
  readonly path: string;
  readonly search: string;
  readonly requestHeaders: Readonly<Record<string, string | string[] | undefined>>;
  readonly requestBody: string;
  /** 0 if the connection was cut without an answer. */
  readonly status: number;
  readonly responseBody: string;
  /** The inferred rules that the answer rests on. */
  readonly inferred: readonly string[];
}

/** What is recorded. The answer's body is UTF-8 with one character a byte, or puts itself together when it is read. */
export interface TrafficRecord extends Omit<TrafficEntry, 'id' | 'responseBody'> {
  readonly responseBody: string | (() => string);
}

type Kept = TrafficRecord & { readonly id: number };

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'set-cookie', 'x-api-key']);
const SECRET_FIELDS = /("(?:password|access_token|client_secret)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;
const SECRET_FORM = /((?:^|&)(?:client_secret|password)=)[^&]*/g;

/** The last requests of one tenant, oldest first. Secrets are redacted whenever the entries are read. */
export class Traffic {
  readonly #kept: (Kept | undefined)[];
  #count = 0;

  /** @param capacity how many requests are kept; 0 keeps none */
  constructor(capacity: number) {
    this.#kept = new Array(capacity);
  }

  record(record: TrafficRecord): void {
    this.#count += 1;
    if (this.#kept.length === 0) return;
    this.#kept[this.#count % this.#kept.length] = { id: this.#count, ...record };
  }

  /** How many requests were answered since the last clear, kept or not. */
  get count(): number {
    return this.#count;
  }

  entries(): readonly TrafficEntry[] {
    return this.#kept
      .filter((entry) => entry !== undefined)
      .sort((a, b) => a.id - b.id)
      .map(redacted);
  }

  clear(): void {
    this.#kept.fill(undefined);
    this.#count = 0;
  }
}

function redacted(entry: Kept): TrafficEntry {
  const headers = Object.entries(entry.requestHeaders).map(([name, value]) => [
    name,
    SECRET_HEADERS.has(name) ? redactedHeader(String(value)) : value,
  ]);
  const responseBody = typeof entry.responseBody === 'string' ? entry.responseBody : entry.responseBody();
  return {
    ...entry,
    requestHeaders: Object.fromEntries(headers),
    requestBody: withoutSecrets(entry.requestBody),
    responseBody: withoutSecrets(Buffer.from(responseBody, 'latin1').toString('utf8')),
  };
}

/** The scheme stays, because it tells how a client signed in. */
function redactedHeader(value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[1];
  return scheme === undefined ? '[REDACTED]' : `${scheme} [REDACTED]`;
}

function withoutSecrets(body: string): string {
  return body.replaceAll(SECRET_FIELDS, '$1"[REDACTED]"').replaceAll(SECRET_FORM, '$1[REDACTED]');
}
