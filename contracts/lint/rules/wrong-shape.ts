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
  *check({ package: connectionPackage, calls }) {
    for (const document of connectionPackage.documents.values()) {
      const errors = schemaErrors(document).filter(({ keyword }) => keyword !== 'additionalProperties');
      const stubs = errors.filter(({ params }) => params.missingProperty === 'http');
      for (const error of errors) {
        // A call without a request is a stub; that it lacks the rest goes without saying.
        if (
          isMissing(error) &&
          stubs.some((stub) => stub !== error && stub.instancePath === error.instancePath)
        )
          continue;
        const within = calls.filter(
          (call) => call.document === document && `${error.instancePath}/`.startsWith(`${call.pointer}/`),
        );
        yield {
          ...hitOf(document, error),
          breaks: within.map((call) => ({ document: document.name, pointer: call.pointer })),
        };
      }
    }
  },
};

function isMissing({ keyword }: ErrorObject): boolean {
  return keyword === 'required' || keyword === 'dependentRequired';
}

function hitOf(document: ConnectorDocument, error: ErrorObject): RuleHit {
  const { instancePath, message, params } = error;
  const where = instancePath === '' ? document.name : instancePath;
  if (isMissing(error)) {
    const key = String(params.missingProperty);
    return {
      place: document.place(pointerTo(instancePath, key)),
      // A sample of the vendor's own leaves it out; what EIC does then is not documented.
      ...(key === 'processingType' ? { severity: 'warning' } : {}),
      message: `${where} has no "${key}".`,
      remedy: `Add "${key}".`,
    };
  }
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  const wanted = wordsFor(error) ?? `${message ?? 'has the wrong shape'}${allowed}`;
  return {
    place: document.place(instancePath),
    message: `${where} ${wanted}.`,
    remedy: `Change the value: it ${wanted}.`,
  };
}

/** What the schema asks for, where its own words are no help to a reader. */
function wordsFor({ keyword, params, parentSchema }: ErrorObject): string | undefined {
  if (keyword === 'pattern') {
    const least = Number(parentSchema?.minimum ?? 0);
    return `must be a whole number${least > 0 ? `, ${least} or more` : ''}`;
  }
  const types: unknown = params.type;
  if (keyword !== 'type') return undefined;
  const words = [types].flat().map((type) => typeWords[String(type)] ?? String(type));
  return `must be ${words.join(' or ')}`;
}

const typeWords: Readonly<Record<string, string>> = {
  array: 'a list: [...]',
  boolean: 'true or false, without quotes',
  number: 'a number',
  object: 'an object: {...}',
  string: 'text in quotes',
};
