import { type Operation, resolve } from '../target/operations.js';
import { type Schema, schemaOfAnswer } from '../target/response-schema.js';
import type { Target } from '../target/target.js';

/**
 * The schemas of the JSON that an operation answers with: when it succeeds, or ever. Undefined when an answer is documented
 * without saying what is in it, other than one with status 204, which has no body.
 */
export function answerSchemas(
  { openapi }: Target,
  { definition }: Operation,
  of: 'success' | 'any',
): readonly Schema[] | undefined {
  const schemas: Schema[] = [];
  for (const [status, answer] of Object.entries(definition.responses ?? {})) {
    if (!answer || status === '204' || (of === 'success' && !status.startsWith('2'))) continue;
    const schema = schemaOfAnswer(openapi, resolve(openapi, answer));
    if (!schema) return undefined;
    schemas.push(schema);
  }
  return schemas;
}
