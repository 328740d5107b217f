import type { ErrorObject } from 'ajv/dist/2020.js';
import { type ConnectorDocument, pointerTo } from '../../../connector/index.js';
import type { Rule, RuleHit } from '../rule.js';
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
      for (const error of schemaErrors(document)) {
        if (error.keyword === 'required') yield missingHit(document, error);
        else if (error.keyword !== 'additionalProperties') yield shapeHit(document, error);
      }
    }
  },
};

function missingHit(document: ConnectorDocument, { instancePath, params }: ErrorObject): RuleHit {
  const missing = String(params.missingProperty);
  return {
    place: document.place(pointerTo(instancePath, missing)),
    // A sample of the vendor's own leaves it out; what EIC does then is not documented.
    ...(missing === 'processingType' ? { severity: 'warning' as const } : {}),
    message: `${instancePath === '' ? document.name : instancePath} has no "${missing}".`,
    remedy: `Add "${missing}".`,
    breaks: [{ document: document.name, pointer: instancePath }],
  };
}

function shapeHit(document: ConnectorDocument, { instancePath, message, params }: ErrorObject): RuleHit {
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return {
    place: document.place(instancePath),
    message: `${instancePath === '' ? document.name : instancePath} ${message ?? 'has the wrong shape'}${allowed}.`,
    remedy: `Change the value: it ${message}${allowed}.`,
  };
}
