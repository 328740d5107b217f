import { isObject, objectOf } from '../../../connector/index.js';
import { exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

const config = { statusColumn: 'customproperty3', activeStatus: ['true'], accountThresholdValue: 100 };
const { accountParams } = exampleAccountImport({});
const STATUS_THRESHOLD_CONFIG = { statusAndThresholdConfig: config };

export const statusConfigTwice: Rule = {
  id: 'status-config-twice',
  severity: 'warning',
  title: 'The status configuration stands in two places.',
  why: 'EIC documents it in accountParams for packages without STATUS_THRESHOLD_CONFIG; which one counts of two is not documented.',
  example: {
    trips: {
      ImportAccountEntJSON: { accountParams: { ...accountParams, statusAndThresholdConfig: config } },
      STATUS_THRESHOLD_CONFIG,
    },
    passes: { ImportAccountEntJSON: { accountParams }, STATUS_THRESHOLD_CONFIG },
  },
  *check({ package: connectionPackage }) {
    const own = connectionPackage.document('STATUS_THRESHOLD_CONFIG');
    const imports = connectionPackage.document('ImportAccountEntJSON');
    const inner = objectOf(objectOf(imports.value).accountParams).statusAndThresholdConfig;
    if (!isObject(objectOf(own.value).statusAndThresholdConfig) || !isObject(inner)) return;
    yield {
      place: imports.place('/accountParams/statusAndThresholdConfig', 'key'),
      message: 'STATUS_THRESHOLD_CONFIG has a statusAndThresholdConfig as well.',
      remedy: 'Keep one of the two.',
      evidence: ['status-config-source'],
    };
  },
};
