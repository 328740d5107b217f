import type { Rule } from '../rule.js';
import { schemaErrors } from '../schema-errors.js';

export const wrongShape: Rule = {
  id: 'wrong-shape',
  severity: 'error',
  title: 'A value is missing, or not of the kind that EIC reads at this place.',
  why: 'EIC ends the flow, or goes on as if the setting were not there.',
  example: {
    trips: { ConfigJSON: { showLogs: 'no' } },
    passes: { ConfigJSON: { showLogs: false } },
  },
  *check({ package: connectionPackage }) {
    for (const document of connectionPackage.documents.values()) {
      for (const { keyword, instancePath, message, params } of schemaErrors(document)) {
        if (keyword === 'additionalProperties') continue;
        const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
        const where = instancePath === '' ? document.name : instancePath;
        // A sample of the vendor's own leaves it out; what EIC does then is not documented.
        const mayBeMissing = keyword === 'required' && params.missingProperty === 'processingType';
        yield {
          place: document.place(instancePath),
          ...(mayBeMissing ? { severity: 'warning' as const } : {}),
          message: `${where} ${message ?? 'has the wrong shape'}${allowed}.`,
          remedy:
            keyword === 'required'
              ? `Add "${params.missingProperty}".`
              : `Change the value: it ${message}${allowed}.`,
        };
      }
    }
  },
};
