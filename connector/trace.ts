import type { ConnectorProblem } from './problem.js';

/** One template of a step: where it stands, what it says, and what became of it. Secrets are replaced. */
export interface TemplateTrace {
  readonly pointer: string;
  readonly text: string;
  /** What the paths in it were bound to, as `user.email` to `'mira@example.com'`; paths into what was not there are left out. */
  readonly bindings?: Readonly<Record<string, string>>;
  readonly value?: string;
  readonly error?: string;
}

/** The request as it went out; secrets are replaced by `[REDACTED]`, the scheme is kept. */
export interface RequestTrace {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer; long bodies are cut and say so. */
export interface ResponseTrace {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a step handed on: how many records, and an example of the mapping. */
export interface MappedTrace {
  readonly records: number;
  readonly example?: Readonly<Record<string, string | null>>;
}

/** One call of a run as data. `pointer` is the call in its document, such as `/accountParams/call/call1`. */
export interface TraceStep {
  readonly flow: string;
  readonly document: string;
  readonly pointer: string;
  readonly templates: readonly TemplateTrace[];
  readonly request?: RequestTrace;
  readonly response?: ResponseTrace;
  /** `refused`: the target did not take the token; a new one is fetched and the call repeated. */
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly mapped?: MappedTrace;
  readonly assumptions: readonly string[];
  readonly problem?: ConnectorProblem;
}
