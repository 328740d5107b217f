import { objectOf, pointerTo } from '../../../connector/index.js';
import { exampleAccountImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const imports = { ...exampleAccountImport({}), entitlementParams: { entTypes: { usergroups: {} } } };
const withType = (type: string) => ({
  ImportAccountEntJSON: imports,
  STATUS_THRESHOLD_CONFIG: {
    statusAndThresholdConfig: {
      accountThresholdValue: 100,
      entThresholdValue: { entType: { [type]: { ent: 10 } } },
    },
  },
});

export const thresholdTypeUnknown: Rule = {
  id: 'threshold-type-unknown',
  severity: 'warning',
  title: 'A threshold is set for an entitlement type that is not imported.',
  why: 'The threshold is never looked at, and the type that was meant has none.',
  example: { trips: withType('usergroup'), passes: withType('usergroups') },
  *check({ package: connectionPackage }) {
    const root = objectOf(connectionPackage.document('ImportAccountEntJSON').value);
    const types = Object.keys(objectOf(objectOf(root.entitlementParams).entTypes));
    const own = connectionPackage.document('STATUS_THRESHOLD_CONFIG');
    if (types.length === 0 || own.state !== 'ok') return;
    const config = objectOf(objectOf(own.value).statusAndThresholdConfig);
    for (const type of Object.keys(objectOf(objectOf(config.entThresholdValue).entType))) {
      if (types.includes(type)) continue;
      yield {
        place: own.place(pointerTo('/statusAndThresholdConfig/entThresholdValue/entType', type), 'key'),
        message: `No entitlement type "${type}" is imported; there ${types.length === 1 ? 'is' : 'are'} ${types.join(', ')}.`,
        remedy: `"${nearMiss(type, types) ?? types[0]}"`,
      };
    }
  },
};
