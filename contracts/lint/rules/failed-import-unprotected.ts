import { isObject, objectOf } from '../../../connector/index.js';
import { exampleAccountCall } from '../examples.js';
import type { Rule } from '../rule.js';

const section = {
  connection: 'acctAuth',
  processingType: 'SequentialAndIterative',
  call: { call1: exampleAccountCall },
};

export const failedImportUnprotected: Rule = {
  id: 'failed-import-unprotected',
  severity: 'warning',
  title: 'An import does not say that a failed call must change nothing.',
  why: 'Without doNotChangeIfFailed, accounts and entitlements on pages that could not be read may be taken for deleted.',
  example: {
    trips: { ImportAccountEntJSON: { accountParams: section } },
    passes: { ImportAccountEntJSON: { accountParams: { ...section, doNotChangeIfFailed: true } } },
  },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ImportAccountEntJSON');
    const root = objectOf(document.value);
    for (const name of ['accountParams', 'entitlementParams']) {
      const params = root[name];
      const calls = isObject(params) && (isObject(params.call) || isObject(params.entTypes));
      if (!calls || objectOf(params).doNotChangeIfFailed === true) continue;
      yield {
        place: document.place(`/${name}/doNotChangeIfFailed`, 'key'),
        message: `${name} has ${objectOf(params).doNotChangeIfFailed === undefined ? 'no doNotChangeIfFailed' : `doNotChangeIfFailed: ${JSON.stringify(objectOf(params).doNotChangeIfFailed)}`}; a page that cannot be read may cost the ${name === 'accountParams' ? 'accounts' : 'entitlements'} on it.`,
        remedy: '"doNotChangeIfFailed": true',
      };
    }
  },
};
