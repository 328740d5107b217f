import type { ConnectionPackage, Place } from '../connector/index.js';
import { type Finding, findingAt, findingId } from './findings.js';
import type { LintResult } from './lint/index.js';
import type { Observation } from './scenarios/index.js';

/**
 * Traces what a scenario saw to its cause: a finding of the same code and place, an error at the very place, a rule
 * that says which calls it breaks, or a rule that the observation names and that found something there or around it. What
 * nothing explains becomes a finding of its own.
 */
export function attribute(
  connectionPackage: ConnectionPackage,
  lint: readonly LintResult[],
  scenario: string,
  observation: Observation,
): Finding[] {
  const own = ownFinding(connectionPackage, scenario, observation);
  const explaining = lint.filter((result) => explains(result, own, observation));
  const here = explaining.filter(
    ({ finding }) => finding.file === own.file && finding.pointer === own.pointer,
  );
  const causes = here.length > 0 ? here : explaining;
  if (causes.length === 0 || causes.some(({ finding }) => findingId(finding) === findingId(own)))
    return [own];
  return causes.map(({ finding }) => ({
    ...finding,
    scenario: finding.scenario ?? scenario,
    seen: [...new Set([...(finding.seen ?? []), observation.message])],
    ...(observation.exchanges && !finding.exchanges ? { exchanges: observation.exchanges } : {}),
  }));
}

function explains({ finding, breaks }: LintResult, own: Finding, observation: Observation): boolean {
  if (findingId(finding) === findingId(own)) return true;
  if (finding.severity !== 'error') return false;
  if (finding.file === own.file && finding.pointer === own.pointer && own.pointer !== '') return true;
  if (breaks.some(({ document, pointer }) => document === own.file && isWithin(own.pointer, pointer)))
    return true;
  const named = observation.causes?.includes(finding.code) ?? false;
  return named && finding.file === own.file && isWithin(finding.pointer, observation.within ?? own.pointer);
}

function ownFinding(
  connectionPackage: ConnectionPackage,
  scenario: string,
  observation: Observation,
): Finding {
  const { document, pointer, span, causes: _causes, within: _within, ...draft } = observation;
  return { ...findingAt(placeOf(connectionPackage, document, pointer, span), { ...draft, scenario }) };
}

function placeOf(
  connectionPackage: ConnectionPackage,
  name: string,
  pointer: string,
  span: Observation['span'],
): Place {
  const document = connectionPackage.document(name);
  return span ? document.placeInString(pointer, span.start, span.end) : document.place(pointer);
}

/** True when the first pointer is the second one or something below it. */
function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
