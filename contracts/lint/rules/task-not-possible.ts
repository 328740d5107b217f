import { provisioningDocuments, purposeWords } from '../call-sites.js';
import { exampleAccountImport, exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const all = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { call: [{ ...exampleCall, name: 'usergroups' }] }]));
const needed = Object.keys(provisioningDocuments).filter((name) => name !== 'ChangePassJSON');
const imported = {
  ...exampleAccountImport({}),
  entitlementParams: { entTypes: { usergroups: {} } },
};

export const taskNotPossible: Rule = {
  id: 'task-not-possible',
  severity: 'error',
  title: 'There is no JSON for a task that the imported accounts or entitlements will bring.',
  why: 'EIC creates such tasks from requests, reviews and leavers; none of them can ever be completed.',
  example: {
    trips: { ImportAccountEntJSON: imported, ...all(needed.filter((name) => name !== 'AddAccessJSON')) },
    passes: { ImportAccountEntJSON: imported, ...all(needed) },
  },
  *check({ package: connectionPackage, calls, target }) {
    const imports = new Set(calls.map(({ purpose }) => purpose));
    const hasEntitlements =
      imports.has('import-entitlements') ||
      hasEntitlementTypes(connectionPackage.document('ImportAccountEntJSON').value);
    for (const [name, purpose] of Object.entries(provisioningDocuments)) {
      const document = connectionPackage.document(name);
      const asked = purpose.endsWith('-access') ? hasEntitlements : imports.has('import-accounts');
      if (
        purpose === 'change-password' ||
        !asked ||
        (document.state !== 'absent' && document.state !== 'empty')
      )
        continue;
      yield {
        place: document.place(''),
        // What the target cannot do needs no JSON.
        severity: purpose === 'remove' || !target.operationFor(purpose) ? 'warning' : 'error',
        message: `${name} is ${document.state}: there is no way to ${purposeWords[purpose]}.`,
        remedy: target.example
          ? `Write ${name}; jama-sim ships one for ${target.name} in ${target.example}.`
          : `Write ${name}, if the target can do that.`,
      };
    }
  },
};

function hasEntitlementTypes(value: unknown): boolean {
  const types = (value as { entitlementParams?: { entTypes?: object } } | undefined)?.entitlementParams
    ?.entTypes;
  return types !== undefined && Object.keys(types).length > 0;
}
