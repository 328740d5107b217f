import { exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

const config = { statusColumn: 'customproperty3', activeStatus: ['true'] };
const ImportAccountEntJSON = exampleAccountImport({});

export const thresholdMissing: Rule = {
  id: 'threshold-missing',
  severity: 'warning',
  title: 'No threshold stops an import that finds most accounts gone.',
  why: 'One wrong answer of the target, and every account is suspended.',
  example: {
    trips: { ImportAccountEntJSON, STATUS_THRESHOLD_CONFIG: { statusAndThresholdConfig: config } },
    passes: {
      ImportAccountEntJSON,
      STATUS_THRESHOLD_CONFIG: { statusAndThresholdConfig: { ...config, accountThresholdValue: 100 } },
    },
  },
  *check({ package: connectionPackage }) {
    const { document, pointer, value } = statusConfigOf(connectionPackage);
    if (Object.keys(value).length === 0 || value.accountThresholdValue !== undefined) return;
    yield {
      place: document.place(`${pointer}/accountThresholdValue`, 'key'),
      message: 'There is no accountThresholdValue.',
      remedy: '"accountThresholdValue": 100',
      evidence: ['threshold-missing'],
    };
  },
};
