import { type JsonObject, objectOf, pointerTo } from '../../../connector/index.js';
import { exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const all = {
  statusColumn: 'customproperty3',
  activeStatus: ['true'],
  accountThresholdValue: 100,
  deleteLinks: true,
  correlateInactiveAccounts: true,
  inactivateAccountsNotInFile: false,
  deleteAccEntForActiveAccounts: true,
  inactivateEntsNotInFeed: true,
  entThresholdValue: { entType: { usergroups: { ent: 100 } } },
};
const { deleteLinks: _left, ...some } = all;
const withSettings = (statusAndThresholdConfig: JsonObject) => ({
  ImportAccountEntJSON: exampleAccountImport({}),
  STATUS_THRESHOLD_CONFIG: { statusAndThresholdConfig },
});

/** What each setting decides [documented: developer portal], and a value for it. */
const settings: readonly (readonly [key: string, decides: string, value: string])[] = [
  ['deleteLinks', 'whether accounts that are gone keep their entitlements', 'true'],
  ['inactivateAccountsNotInFile', 'whether accounts that are gone become inactive or suspended', 'false'],
  ['correlateInactiveAccounts', 'whether inactive accounts are correlated to users', 'true'],
];

const ofEntitlements: typeof settings = [
  [
    'deleteAccEntForActiveAccounts',
    'whether access that is gone from the target is taken away in EIC',
    'true',
  ],
  ['inactivateEntsNotInFeed', 'whether entitlements that are gone become inactive', 'true'],
  [
    'entThresholdValue',
    'how many entitlements of a type may be gone at once',
    '{"entType": {"<type>": {"ent": 100}}}',
  ],
];

export const settingLeftOut: Rule = {
  id: 'setting-left-out',
  severity: 'info',
  title: 'A decision about accounts, access or entitlements that are gone is left to EIC.',
  why: 'What EIC does without the setting is not documented.',
  example: { trips: withSettings(some), passes: withSettings(all) },
  *check({ package: connectionPackage, calls }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    if (Object.keys(value).length === 0) return;
    const imports = calls.filter(({ purpose }) => purpose === 'import-entitlements');
    const types = [...new Set(imports.map(({ entitlementType = '<type>' }) => entitlementType))];
    const thresholds = types.map((type) => `"${type}": {"ent": 100}`).join(', ');
    const replaced = value.accountsNotInImportAction === undefined ? [] : ['inactivateAccountsNotInFile'];
    const given = new Set([...Object.keys(objectOf(value)), ...replaced]);
    for (const [key, decides, usual] of [...settings, ...(imports.length > 0 ? ofEntitlements : [])]) {
      if (given.has(key)) continue;
      yield {
        place: document.place(pointerTo(pointer, key), 'key'),
        message: `There is no ${key}; it decides ${decides}.`,
        remedy: `"${key}": ${usual.replace('"<type>": {"ent": 100}', thresholds)}`,
      };
    }
  },
};
