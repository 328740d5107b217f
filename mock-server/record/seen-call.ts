/** A request to the recorded tenant and its answer, as they passed. It is kept in memory only. */
export interface SeenCall {
  readonly method: string;
  /** Path below the tenant's base, with a leading slash. */
  readonly path: string;
  /** The query with its question mark, or nothing. */
  readonly search: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly requestBody: string;
  readonly status: number;
  readonly answerType: string;
  readonly answerBody: Buffer;
  /** Values of the cookies that either side sent. */
  readonly cookies: readonly string[];
}

/** A JSON object, or an empty one in place of anything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The value of a JSON text; undefined if it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const answerOf = (call: SeenCall): unknown => jsonOf(call.answerBody.toString('utf8'));

export const TOKEN_PATH = '/rest/oauth/token';
