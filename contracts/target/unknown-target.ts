import type { Target } from './target.js';

/** A target of which nothing is known: only what is true of every target can be said of the calls. */
export function unknownTarget(): Target {
  return {
    name: 'the target',
    notSimulated: 'the package does not speak to Jama; give its OpenAPI with --openapi FILE',
    openapi: { openapi: '3.1.0', info: { title: 'unknown', version: '0' }, paths: {} },
    operations: [],
    pathOf: () => undefined,
    attributesOf: () => undefined,
    uniqueFieldsOf: () => undefined,
    nameFieldsOf: () => undefined,
    operationFor: () => undefined,
  };
}
