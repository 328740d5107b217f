import { pointerTo } from '../../../connector/index.js';
import { exampleLinkImport } from '../examples.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const withSetting = (inactivateEntsNotInFeed: boolean) => ({
  ImportAccountEntJSON: exampleLinkImport(),
  STATUS_THRESHOLD_CONFIG: {
    statusAndThresholdConfig: { accountThresholdValue: 100, inactivateEntsNotInFeed },
  },
});

export const goneEntitlementAsked: Rule = {
  id: 'gone-entitlement-asked',
  severity: 'error',
  title: 'Entitlements that are gone stay active, and the target is asked who holds them.',
  why: 'The target does not know the entitlement any more; the call fails, and the access import with it.',
  example: { trips: withSetting(false), passes: withSetting(true) },
  *check({ package: connectionPackage, calls }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    const asking = calls.filter(
      ({ purpose, call }) => purpose === 'import-links' && call.processingType === 'httpEntToAcct',
    );
    if (value.inactivateEntsNotInFeed !== false || asking.length === 0) return;
    yield {
      place: document.place(pointerTo(pointer, 'inactivateEntsNotInFeed')),
      message: 'An entitlement that is gone from the target stays active, and is asked for in every import.',
      remedy: '"inactivateEntsNotInFeed": true',
      breaks: asking.map((site) => ({ document: site.document.name, pointer: site.pointer })),
    };
  },
};
