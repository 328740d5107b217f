import { SEMANTICS_LEDGER } from '../../connector/index.js';
import { evidenceOf } from '../../mock-server/index.js';

interface Rule {
  readonly id: string;
  readonly statement: string;
  readonly grade: string;
  readonly source: string;
  readonly differences?: readonly string[];
}

const GRADES = ['documented', 'captured', 'observed', 'inferred'] as const;

/** `docs/evidence.md`: both ledgers as tables. */
export function evidencePage(): ReadonlyMap<string, string> {
  const jama: readonly Rule[] = evidenceOf();
  const differing = jama.filter(({ differences }) => differences !== undefined);
  const text = `# What is known, how well, and from where

Every rule that a client could rely on has an entry here: **documented** by the vendor, **captured** from answers of a real
tenant, **observed** by code that ran against one, or **inferred**, which is a guess. An answer of the simulator that rests on a
guess names it in the header \`X-Jama-Sim-Inferred\`. \`jama-sim evidence\` prints the same, \`--grade inferred\` only the guesses,
\`--json\` for programs.

Whoever has a real tenant can let \`jama-sim verify\` ask it about every rule, and write what differs as overrides
([verify.md](verify.md)). By hand: \`jama-sim evidence --form > overrides.json\` writes a file with every guessed
status and text; shorten it to what was seen to be different, and start with \`--overrides overrides.json\`. A rule without a text is
confirmed by \`"rules": {"list-order": {"source": "our tenant, release 9.31"}}\`. What is corrected or confirmed counts as
**overridden**.

## Jama: ${counts(jama)}

${table(jama)}

## Where our OpenAPI document differs from the vendor's Swagger of 2020

| difference | because |
|---|---|
${differing.flatMap(({ differences = [], id }) => differences.map((one) => `| ${cell(one)} | \`${id}\` |`)).join('\n')}

## EIC: ${counts(SEMANTICS_LEDGER)}

${table(SEMANTICS_LEDGER)}
`;
  return new Map([['evidence.md', text]]);
}

const counts = (rules: readonly Rule[]): string =>
  `${rules.length} rules, ${GRADES.map((grade) => `${rules.filter((rule) => rule.grade === grade).length} ${grade}`).join(', ')}`;

function table(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, statement, grade, source }) => `| \`${id}\` | ${cell(statement)} | ${grade} | ${cell(source)} |`,
  );
  return ['| rule | what it says | grade | source |', '|---|---|---|---|', ...rows].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
