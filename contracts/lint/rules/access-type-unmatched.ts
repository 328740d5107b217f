import { isObject, objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { exampleCall } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const imported = { entitlementParams: { entTypes: { usergroups: {} } } };

export const accessTypeUnmatched: Rule = {
  id: 'access-type-unmatched',
  severity: 'error',
  title: 'No call adds or removes access of an entitlement type that is imported.',
  why: 'EIC runs the calls whose name is the entitlement type, letter by letter; without one a task does nothing.',
  example: {
    trips: {
      ImportAccountEntJSON: imported,
      AddAccessJSON: { call: [{ ...exampleCall, name: 'Usergroup' }] },
    },
    passes: {
      ImportAccountEntJSON: imported,
      AddAccessJSON: { call: [{ ...exampleCall, name: 'usergroups' }] },
    },
  },
  *check({ package: connectionPackage, target }) {
    const root = objectOf(connectionPackage.document('ImportAccountEntJSON').value);
    const types = Object.keys(objectOf(objectOf(root.entitlementParams).entTypes));
    for (const name of ['AddAccessJSON', 'RemoveAccessJSON']) {
      const document = connectionPackage.document(name);
      if (!isObject(document.value) || !Array.isArray(document.value.call)) continue;
      const names = document.value.call.map((call) => textOf(objectOf(call).name) ?? '');
      for (const type of types.filter((one) => !names.includes(one))) {
        const near = nearMiss(
          type,
          names.filter((one) => !types.includes(one)),
        );
        const index = near === undefined ? -1 : names.indexOf(near);
        yield {
          place: document.place(index < 0 ? '/call' : pointerTo('/call', index, 'name')),
          // A type that the target gives by itself needs no call, but one with nearly its name is meant for it.
          severity: index < 0 && !target.operationFor('add-access') ? 'warning' : 'error',
          message: `No call of ${name} is named "${type}", the entitlement type that is imported.`,
          remedy: `"name": "${type}"`,
          evidence: ['unmatched-access'],
        };
      }
    }
  },
};
