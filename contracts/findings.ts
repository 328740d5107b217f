import type { Place } from '../connector/index.js';

/** `error`: the integration does not do what it should. `warning`: it will under some conditions. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** One cause, at one place in the package, with what was seen and how to mend it. */
export interface Finding {
  /** The rule or check that found it, in kebab-case; stable between releases. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, as a fact. */
  readonly message: string;
  /** What to do; often text that can be pasted. */
  readonly remedy: string;
  /** The connector JSON's name, such as `ImportAccountEntJSON`. */
  readonly file: string;
  /** JSON pointer to the value; of a missing one, to where it would stand. */
  readonly pointer: string;
  /** 1-based, within the text of the connector JSON. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Why it matters, where it is not obvious from the message. */
  readonly because?: string;
  /** What it did when the package was run, one sentence a sighting. */
  readonly seen?: readonly string[];
  /** Requests that showed it, oldest first. */
  readonly exchanges?: readonly SeenExchange[];
  /** The scenario that showed it, or null when reading the package was enough. */
  readonly scenario: string | null;
  /** Ledger entries that the finding rests on. */
  readonly evidence: readonly string[];
}

/** A request and the answer to it, as short as a reader needs. */
export interface SeenExchange {
  readonly request: string;
  readonly response: string;
  readonly note?: string;
}

type Optional = 'because' | 'seen' | 'exchanges' | 'scenario' | 'evidence' | 'severity';

/** What a rule or scenario has to say; the rest of a {@link Finding} comes from the place. */
export type FindingDraft = Pick<Finding, 'code' | 'message' | 'remedy'> & Partial<Pick<Finding, Optional>>;

/** Makes a finding of what was seen and where. Severity is `error` unless the draft says otherwise. */
export function findingAt(place: Place, draft: FindingDraft): Finding {
  const { code, severity = 'error', message, remedy, scenario = null, evidence = [], ...more } = draft;
  const { document: file, pointer, line, column, endLine, endColumn } = place;
  return {
    code,
    severity,
    message,
    remedy,
    file,
    pointer,
    line,
    column,
    endLine,
    endColumn,
    scenario,
    evidence,
    ...more,
  };
}

/** A name for a finding that stays the same from run to run: `<file>#<pointer> <code>`. */
export function findingId(finding: Pick<Finding, 'file' | 'pointer' | 'code'>): string {
  return `${finding.file}#${finding.pointer} ${finding.code}`;
}

/**
 * Findings of one cause become one: of those with the same code and place, the words of the one that a scenario showed are
 * kept, since they say what the mistake did; what was seen and the ledger entries of all are.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const place = `${findingId(finding)} ${finding.line}:${finding.column}`;
    const known = merged.get(place);
    merged.set(place, known ? mergeTwo(known, finding) : finding);
  }
  return [...merged.values()].sort(byPlace);
}

function mergeTwo(known: Finding, added: Finding): Finding {
  const kept = known.scenario === null && added.scenario !== null ? added : known;
  const other = kept === known ? added : known;
  const seen = [...new Set([...(kept.seen ?? []), ...(other.seen ?? [])])].filter(
    (one) => one !== kept.message,
  );
  const because = kept.because ?? other.because;
  const exchanges = kept.exchanges ?? other.exchanges;
  return {
    ...kept,
    ...(because === undefined ? {} : { because }),
    ...(exchanges === undefined ? {} : { exchanges }),
    ...(seen.length === 0 ? {} : { seen }),
    evidence: [...new Set([...kept.evidence, ...other.evidence])].sort(),
  };
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
