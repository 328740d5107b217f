import { type JsonValue, objectOf, pointerTo } from '../../../connector/index.js';
import { exampleAccountImport } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const ImportAccountEntJSON = exampleAccountImport({});
const withThreshold = (accountThresholdValue: number) => ({
  ImportAccountEntJSON,
  STATUS_THRESHOLD_CONFIG: { statusAndThresholdConfig: { accountThresholdValue } },
});

/** A target with fewer accounts than this has no threshold. */
const huge = 1_000_000;

export const thresholdWithoutEffect: Rule = {
  id: 'threshold-without-effect',
  severity: 'error',
  title: 'A threshold is so low that nothing is ever taken for gone, or so high that it stops nothing.',
  why: 'From as many missing ones on as the threshold says, an import leaves them all as they are.',
  example: { trips: withThreshold(0), passes: withThreshold(100) },
  *check({ package: connectionPackage }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    const types = Object.entries(objectOf(objectOf(value.entThresholdValue).entType));
    for (const [what, given, at] of [
      ['account', value.accountThresholdValue, pointerTo(pointer, 'accountThresholdValue')] as const,
      ...types.map(
        ([type, params]) =>
          [
            'entitlement',
            objectOf(params).ent,
            pointerTo(pointer, 'entThresholdValue', 'entType', type, 'ent'),
          ] as const,
      ),
    ]) {
      const fault = faultOf(what, given);
      if (fault)
        yield {
          place: document.place(at),
          remedy: 'Write how many may be gone at most, such as 100.',
          ...fault,
        };
    }
  },
};

function faultOf(
  what: string,
  given: JsonValue | undefined,
): Pick<RuleHit, 'message' | 'severity'> | undefined {
  const isNumber = typeof given === 'number' || (typeof given === 'string' && /^\d+$/.test(given));
  const threshold = Number(given);
  if (!isNumber || threshold < 0) return undefined;
  if (threshold <= 1)
    return { message: `With a threshold of ${given}, not even one ${what} that is gone is taken for gone.` };
  if (threshold < huge) return undefined;
  return {
    severity: 'warning',
    message: `A threshold of ${given} stops nothing in a target that has fewer ${what}s.`,
  };
}
