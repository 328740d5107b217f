import { closed, count, listOf, text } from '../report/schema-parts.js';
import type { JsonSchema } from '../schemas/index.js';

const flag: JsonSchema = { type: 'boolean' };
const grade = { enum: ['documented', 'captured', 'observed', 'overridden', 'inferred'] };
const counts = { confirmed: count, contradicted: count, notTestable: count };

const contradiction = closed(
  {
    asks: text,
    asked: { ...listOf(text), description: 'Requests below the base URL, with their statuses.' },
    came: text,
    correctable: { ...flag, description: 'Whether --write-overrides can make the simulator answer so.' },
  },
  { says: { ...text, description: 'What the simulator says instead.' } },
);

const rule = closed(
  {
    id: text,
    grade,
    statement: text,
    verdict: { enum: ['confirmed', 'contradicted', 'not-testable'] },
    asks: listOf(text),
    contradictions: listOf(contradiction),
  },
  { reason: { ...text, description: 'Why it could not be told.' } },
);

/** The JSON Schema of the JSON report of `jama-sim verify`. */
export const verifySchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Report of jama-sim verify',
  ...closed({
    summary: closed({
      verdict: { enum: ['contradicted', 'not-contradicted'] },
      ...counts,
      grades: listOf(closed({ grade, ...counts })),
    }),
    target: text,
    writes: flag,
    simulator: flag,
    requests: count,
    openApi: closed({
      answers: count,
      differing: listOf(closed({ request: text, status: count, differences: listOf(text) })),
    }),
    created: closed({ groupsDeleted: count, usersDeactivated: count, left: listOf(text) }),
    interrupted: flag,
    rules: listOf(rule),
  }),
};
