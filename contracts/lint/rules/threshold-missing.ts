import { objectOf } from '../../../connector/index.js';
import { exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

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
    const own = connectionPackage.document('STATUS_THRESHOLD_CONFIG');
    const imports = connectionPackage.document('ImportAccountEntJSON');
    const [document, pointer] =
      own.state === 'ok'
        ? [own, '/statusAndThresholdConfig']
        : [imports, '/accountParams/statusAndThresholdConfig'];
    const section = pointer
      .split('/')
      .slice(1)
      .reduce((node, key) => objectOf(node[key]), objectOf(document.value));
    if (Object.keys(section).length === 0 || section.accountThresholdValue !== undefined) return;
    yield {
      place: document.place(`${pointer}/accountThresholdValue`, 'key'),
      message: 'There is no accountThresholdValue.',
      remedy: '"accountThresholdValue": 100',
      evidence: ['threshold-missing'],
    };
  },
};
