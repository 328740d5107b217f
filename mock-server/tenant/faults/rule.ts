/** When a rule is awake, by the tenant's clock. All limits that are given must hold. */
export interface FaultWindow {
  /** From this moment on: epoch milliseconds, or a text such as `2026-05-01T08:00:00Z`. */
  readonly from?: number | string;
  /** Before this moment. */
  readonly until?: number | string;
  /** From so many milliseconds after the rule was added. */
  readonly afterMs?: number;
  /** For so many milliseconds, counted from the beginning of the window, or from when the rule was added. */
  readonly forMs?: number;
}

/** Which requests a fault rule is about; a field that is absent matches everything. */
export interface FaultMatch {
  readonly method?: string;
  /** A path below the tenant's base, `*` for any part of a segment and `**` for any rest: `/rest/v1/users/*`. */
  readonly path?: string;
  /** Values of the query, `*` for any. */
  readonly query?: Readonly<Record<string, string>>;
  /** Values of headers, `*` for any. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Only the n-th request that matches, counted from 1. */
  readonly nth?: number;
  /** The n-th request that matches and every later one. */
  readonly fromNth?: number;
  readonly window?: FaultWindow;
  /** How likely a request that matches is hit, from 0 to 1; drawn from the rule's seed. */
  readonly probability?: number;
}

/** A wait in milliseconds: fixed, evenly spread, or lognormal as the answers of a loaded server are. */
export type FaultDelay =
  | number
  | { readonly lower: number; readonly upper: number }
  | { readonly median: number; readonly sigma: number };

/**
 * A change of the tenant between two requests of a client. `asked` is the record that the path of the request names, `first`
 * the first active user who does not own the credentials.
 */
export type StateChange =
  | { readonly kind: 'user-deactivated'; readonly user: number | 'asked' | 'first' }
  | { readonly kind: 'user-added' }
  | { readonly kind: 'usergroup-deleted'; readonly usergroup: number | 'asked' }
  | {
      readonly kind: 'member-removed';
      readonly usergroup: number | 'asked';
      readonly user: number | 'first';
    };

/** What happens to a request that matches: waits and changes first, then an answer instead of the work, or a bent one. */
export interface FaultEffect {
  readonly delayMs?: FaultDelay;
  /** End every token before the request is looked at. */
  readonly expireTokens?: boolean;
  /** Change the tenant before the request is looked at. */
  readonly change?: StateChange;
  /** Answer this status instead of doing the work. */
  readonly status?: number;
  /** `meta.message` of the envelope that goes with `status`. */
  readonly message?: string;
  /** Answer this very text instead of doing the work, with 200 unless `status` is given. */
  readonly rawBody?: string;
  /** Answer the HTML page of the web sign-in instead of doing the work. */
  readonly loginPage?: boolean;
  /** Replaces `application/json`. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Leave the last character of the body out: the length is right, the JSON is not. */
  readonly malformedJson?: boolean;
  /** Send only the first so many bytes of the body, then cut the connection. */
  readonly cutBodyAt?: number;
  /** Cut the connection without an answer, before the work is done or after it. */
  readonly reset?: 'before' | 'after';
}

export interface FaultRule {
  readonly name?: string;
  readonly match?: FaultMatch;
  readonly effect: FaultEffect;
  /** How often the rule works before it is spent; absent: always. */
  readonly times?: number;
  /** What its chances and waits are drawn from (1). */
  readonly seed?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Requests that matched so far, and how many of them were given the effect. */
  readonly matched: number;
  readonly applied: number;
  /** Why the change of the tenant was not possible, the last time it was not. */
  readonly problem?: string;
}

/** The parts of a request that rules look at. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The effect of a rule on one request, with its wait drawn. */
export interface DueFault {
  readonly id: number;
  /** The rule's name, or its id. */
  readonly name: string;
  readonly effect: FaultEffect;
  /** Milliseconds to wait, 0 for none. */
  readonly wait: number;
}
