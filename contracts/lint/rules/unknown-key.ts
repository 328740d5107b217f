import { pointerTo } from '../../../connector/index.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';
import { schemaErrors } from '../schema-errors.js';

export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  title: 'A key is not one that EIC reads at this place.',
  why: 'EIC passes over keys that it does not know, so the setting has no effect.',
  example: {
    trips: {
      STATUS_THRESHOLD_CONFIG: {
        statusAndThresholdConfig: { statusColumn: 'customproperty3', active: ['true'] },
      },
    },
    passes: {
      STATUS_THRESHOLD_CONFIG: {
        statusAndThresholdConfig: { statusColumn: 'customproperty3', activeStatus: ['true'] },
      },
    },
  },
  *check({ package: connectionPackage }) {
    for (const document of connectionPackage.documents.values()) {
      for (const error of schemaErrors(document)) {
        if (error.keyword !== 'additionalProperties') continue;
        const key = String(error.params.additionalProperty);
        const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
        const present = Object.keys((error.data as object | undefined) ?? {});
        const meant = nearMiss(
          key,
          known.filter((name) => !present.includes(name)),
        );
        yield {
          place: document.place(pointerTo(error.instancePath, key), 'key'),
          severity: meant ? 'error' : 'warning',
          message: `"${key}" is not a key that EIC reads here${meant ? `; "${meant}" is` : ''}.`,
          remedy: meant
            ? `Rename it: "${meant}"`
            : `Delete it, or move it to where it belongs. Keys read here: ${known.join(', ')}.`,
          evidence: ['unknown-keys'],
        };
      }
    }
  },
};
