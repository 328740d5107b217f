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
        const index = meantFor(type, types, names);
        yield {
          place: document.place(index < 0 ? '/call' : pointerTo('/call', index, 'name')),
          // A type that the target gives by itself needs no call, but one with nearly its name is meant for it.
          severity: !isNear(type, names[index]) && !target.operationFor('add-access') ? 'warning' : 'error',
          message: `No call of ${name} is named "${type}", the entitlement type that is imported.`,
          remedy: `"name": "${type}"`,
          evidence: ['unmatched-access'],
        };
      }
    }
  },
};

/** The call that is meant for a type: one with nearly its name, or the only one where there is one type only. */
function meantFor(type: string, types: readonly string[], names: readonly string[]): number {
  const strangers = names.filter((one) => !types.includes(one));
  const near = nearMiss(type, strangers);
  if (near !== undefined) return names.indexOf(near);
  const [only] = strangers;
  return only !== undefined && strangers.length === 1 && types.length === 1 ? names.indexOf(only) : -1;
}

function isNear(type: string, name: string | undefined): boolean {
  return name !== undefined && nearMiss(type, [name]) !== undefined;
}
