import { objectOf, pointerTo } from '../../../connector/index.js';
import type { Rule } from '../rule.js';

const linkSection = { entTypes: { usergroups: { call: { call1: { processingType: 'httpEntToAcct' } } } } };

export const linksWithoutEntitlements: Rule = {
  id: 'links-without-entitlements',
  severity: 'error',
  title: 'Links are imported for an entitlement type that is not imported.',
  why: 'There is nothing that the accounts could be linked to.',
  example: {
    trips: { ImportAccountEntJSON: { acctEntParams: linkSection } },
    passes: {
      ImportAccountEntJSON: {
        entitlementParams: { entTypes: { usergroups: {} } },
        acctEntParams: linkSection,
      },
    },
  },
  *check({ package: connectionPackage }) {
    const document = connectionPackage.document('ImportAccountEntJSON');
    const root = objectOf(document.value);
    const imported = Object.keys(objectOf(objectOf(root.entitlementParams).entTypes));
    for (const type of Object.keys(objectOf(objectOf(root.acctEntParams).entTypes))) {
      if (imported.includes(type)) continue;
      yield {
        place: document.place(pointerTo('/acctEntParams/entTypes', type), 'key'),
        message: `"${type}" is no entitlement type of entitlementParams.`,
        remedy:
          imported.length > 0
            ? `Use one of ${imported.join(', ')}.`
            : `Import "${type}" in entitlementParams.`,
      };
    }
  },
};
