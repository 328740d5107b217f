import { pointerTo } from '../../../connector/index.js';
import { exampleAccountCall } from '../examples.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const withCall = (disableDeletedEntitlements: boolean) => ({
  ImportAccountEntJSON: {
    entitlementParams: {
      connection: 'acctAuth',
      entTypes: { usergroups: { call: { call1: { ...exampleAccountCall, disableDeletedEntitlements } } } },
    },
  },
  STATUS_THRESHOLD_CONFIG: { statusAndThresholdConfig: { inactivateEntsNotInFeed: true } },
});

export const goneEntitlementKept: Rule = {
  id: 'gone-entitlement-kept',
  severity: 'warning',
  title: 'A call keeps entitlements that are gone, which the status configuration makes inactive.',
  why: 'Which of the two settings EIC follows is not documented; an entitlement that is gone may stay requestable.',
  example: { trips: withCall(false), passes: withCall(true) },
  *check({ package: connectionPackage, calls }) {
    if (String(statusConfigOf(connectionPackage).value.inactivateEntsNotInFeed) !== 'true') return;
    for (const { purpose, call, document, pointer } of calls) {
      if (purpose !== 'import-entitlements' || String(call.disableDeletedEntitlements) !== 'false') continue;
      yield {
        place: document.place(pointerTo(pointer, 'disableDeletedEntitlements')),
        message:
          'disableDeletedEntitlements is false, and inactivateEntsNotInFeed of the status configuration is true.',
        remedy: '"disableDeletedEntitlements": true',
      };
    }
  },
};
