/** A JSON object whose fields are not known beforehand. */
export type Fields = Readonly<Record<string, unknown>>;

/** One answer of a Jama, as the probes look at it. */
export interface Answer {
  /** Method, path below the tenant's base, and body, without secrets. */
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined if it is none. */
  readonly json: unknown;
  /** `meta` of the envelope; empty if there is none. */
  readonly meta: Fields;
  /** `data` of the envelope as one record; empty if it is none. */
  readonly data: Fields;
  /** `data` of the envelope as a list; empty if it is none. */
  readonly records: readonly Fields[];
}

/** Reads the body of an answer as an envelope. */
export function answerOf(request: string, status: number, headers: Headers, text: string): Answer {
  const json = parsed(text);
  const { meta, data } = fieldsOf(json);
  return {
    request,
    status,
    headers,
    text,
    json,
    meta: fieldsOf(meta),
    data: fieldsOf(data),
    records: Array.isArray(data) ? data.map(fieldsOf) : [],
  };
}

/** The value as an object; an empty one if it is none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** `meta.pageInfo.totalResults` of a list. */
export function totalOf({ meta }: Answer): number {
  return Number(fieldsOf(meta.pageInfo).totalResults);
}

/** An answer in a few words: the status, and the message if there is one. */
export function inWords({ status, meta, text, headers }: Answer): string {
  if (typeof meta.message === 'string') return `${status} ${JSON.stringify(meta.message)}`;
  if (text === '') return `${status} without a body`;
  return `${status} with ${text.length} bytes of ${headers.get('content-type') ?? 'no content type'}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
