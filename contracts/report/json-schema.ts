import type { JsonSchema } from '../schemas/index.js';
import { closed, count, listOf, text } from './schema-parts.js';

const ordinal: JsonSchema = { type: 'integer', minimum: 1 };

const families = { enum: ['token', 'import', 'provisioning', 'access', 'lifecycle', 'resilience'] };

const finding = closed(
  {
    code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    severity: { enum: ['error', 'warning', 'info'] },
    message: text,
    remedy: text,
    file: { ...text, description: "The connector JSON's name, such as ImportAccountEntJSON." },
    pointer: { ...text, description: 'JSON pointer into the connector JSON.' },
    line: ordinal,
    column: ordinal,
    endLine: ordinal,
    endColumn: ordinal,
    scenario: { type: ['string', 'null'], description: 'null when reading the package was enough.' },
    evidence: { ...listOf(text), description: 'Ledger entries that the finding rests on.' },
  },
  {
    because: text,
    seen: listOf(text),
    exchanges: listOf(closed({ request: text, response: text }, { note: text })),
  },
);

const scenario = closed(
  {
    id: text,
    family: families,
    title: text,
    status: { enum: ['passed', 'failed', 'not-possible', 'suppressed'] },
    durationMs: { ...count, description: 'The only figure that differs from run to run.' },
    findings: { ...listOf(text), description: 'Findings that made it fail: <file>#<pointer> <code>.' },
    assumptions: listOf(text),
  },
  { reason: text },
);

/** The JSON Schema of the JSON report. */
export const reportSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Report of jama-sim check and jama-sim lint',
  ...closed(
    {
      summary: closed({
        package: text,
        verdict: { enum: ['passed', 'failed'] },
        connection: { enum: ['package', 'file', 'default'] },
        target: closed(
          { name: { ...text, description: 'What the calls were held against.' } },
          { notSimulated: { ...text, description: 'Why no scenario says anything of it.' } },
        ),
        errors: count,
        warnings: count,
        suppressed: count,
        scenarios: closed({ passed: count, failed: count, 'not-possible': count, suppressed: count }),
      }),
      findings: { $ref: '#/$defs/findings' },
      scenarios: { ...listOf(scenario), description: 'Empty when nothing was run (jama-sim lint).' },
    },
    {
      suppressed: listOf(closed({ finding: { $ref: '#/$defs/finding' }, reason: text })),
      unusedSettings: listOf(closed({ rule: text, file: text, pointer: text, reason: text })),
    },
  ),
  $defs: { finding, findings: listOf({ $ref: '#/$defs/finding' }) },
};
