import type { TraceStep } from '../../../connector/index.js';
import type { CallSite } from '../../lint/call-sites.js';
import type { World } from '../scenario.js';

/** The call of the package that a step of the trace made. */
export function siteOf(
  { calls }: Pick<World, 'calls'>,
  step: Pick<TraceStep, 'document' | 'pointer'>,
): CallSite | undefined {
  return calls.find(({ document, pointer }) => document.name === step.document && pointer === step.pointer);
}
