/** Which requests a fault rule is about; a field that is absent matches everything. */
export interface FaultMatch {
  readonly method?: string;
  /** A path below the tenant's base, `*` for any part of a segment and `**` for any rest: `/rest/v1/users/*`. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Header names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Only the n-th request that matches, counted from 1. */
  readonly nth?: number;
}

/** What happens to a request that matches. */
export interface FaultEffect {
  /** Answer this status instead of doing the work. */
  readonly status?: number;
  /** The message of the Jama envelope, or, with `rawBody`, nothing of it. */
  readonly message?: string;
  /** This very text instead of an envelope. */
  readonly rawBody?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Wait so many milliseconds first. */
  readonly delayMs?: number;
  /** Cut the connection before the work is done, or after it, without an answer. */
  readonly reset?: 'before' | 'after';
  /** Send only the first so many bytes of the body, then cut the connection. */
  readonly cutBodyAt?: number;
  readonly expireTokens?: boolean;
}

export interface FaultRule {
  readonly name?: string;
  readonly match?: FaultMatch;
  readonly effect: FaultEffect;
  /** How often the rule works before it is spent; absent: always. */
  readonly times?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Requests that matched so far, and how many of them were given the effect. */
  readonly matched: number;
  readonly applied: number;
}

/** The parts of a request that rules look at. */
export interface FaultSubject {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly path: RegExp | undefined;
  matched: number;
  applied: number;
}

/** The fault rules of one tenant; the first that applies wins. */
export class Faults {
  readonly #entries: Entry[] = [];
  #nextId = 1;

  get size(): number {
    return this.#entries.length;
  }

  add(rule: FaultRule): ActiveFault {
    const { path } = rule.match ?? {};
    const entry: Entry = {
      id: this.#nextId,
      rule,
      path: path === undefined ? path : pattern(path),
      matched: 0,
      applied: 0,
    };
    this.#nextId += 1;
    this.#entries.push(entry);
    return view(entry);
  }

  list(): readonly ActiveFault[] {
    return this.#entries.map(view);
  }

  /** Take a rule back; false if there is none with this id. */
  remove(id: number): boolean {
    const at = this.#entries.findIndex((entry) => entry.id === id);
    if (at >= 0) this.#entries.splice(at, 1);
    return at >= 0;
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** The effect on this request, if a rule applies to it; the request is counted by every rule that it matches. */
  effectOn(subject: FaultSubject): FaultEffect | undefined {
    let chosen: Entry | undefined;
    for (const entry of this.#entries) {
      if (!matches(entry, subject)) continue;
      entry.matched += 1;
      const { nth } = entry.rule.match ?? {};
      const due = nth === undefined || entry.matched === nth;
      if (chosen === undefined && due && entry.applied < (entry.rule.times ?? Number.POSITIVE_INFINITY))
        chosen = entry;
    }
    if (chosen !== undefined) chosen.applied += 1;
    return chosen?.rule.effect;
  }
}

function view({ id, rule, matched, applied }: Entry): ActiveFault {
  return { id, ...rule, matched, applied };
}

function matches({ rule, path }: Entry, subject: FaultSubject): boolean {
  const { method, query = {}, headers = {} } = rule.match ?? {};
  if (method !== undefined && method.toUpperCase() !== subject.method) return false;
  if (path !== undefined && !path.test(subject.path)) return false;
  if (Object.entries(query).some(([name, value]) => !subject.query.getAll(name).includes(value)))
    return false;
  return Object.entries(headers).every(([name, value]) => subject.headers[name.toLowerCase()] === value);
}

function pattern(path: string): RegExp {
  const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = escaped.replaceAll('**', '\u0000').replaceAll('*', '[^/]*').replaceAll('\u0000', '.*');
  return new RegExp(`^${source}$`);
}
