import { Command, Option } from 'commander';
import { SEMANTICS_LEDGER } from '../../connector/index.js';
import { evidenceOf, overridesForm, readOverrides } from '../../mock-server/index.js';
import { evidenceTable, type KnownRule } from '../evidence-table.js';
import { useColor } from '../use-color.js';

interface EvidenceFlags {
  readonly json?: true;
  readonly form?: true;
  readonly grade?: KnownRule['grade'];
  readonly about?: KnownRule['about'];
  readonly overrides?: string;
}

/** `jama-sim evidence`: every rule of the simulator and of the connector client with its grade and source; exit status 2 if overrides cannot be used. */
export function evidenceCommand(): Command {
  return new Command('evidence')
    .description('show what is known of Jama and of EIC, how well, and from where')
    .addOption(
      new Option('--grade <grade>', 'only rules of this grade').choices([
        'documented',
        'captured',
        'observed',
        'inferred',
        'overridden',
      ]),
    )
    .addOption(new Option('--about <product>', 'only rules about one of them').choices(['Jama', 'EIC']))
    .option('--overrides <file>', 'as these corrections change it')
    .option('--json', 'as JSON')
    .option('--form', 'print a file of overrides with every guessed status and text, to be corrected')
    .action(async ({ json, form, grade, about, overrides }: EvidenceFlags) => {
      if (form) {
        process.stdout.write(`${JSON.stringify(overridesForm(), null, 2)}\n`);
        return;
      }
      const all = allRules(
        overrides === undefined ? evidenceOf() : evidenceOf(await readOverrides(overrides)),
      );
      const rules = all.filter(
        (rule) => (grade ?? rule.grade) === rule.grade && (about ?? rule.about) === rule.about,
      );
      process.stdout.write(json ? `${JSON.stringify(rules, null, 2)}\n` : evidenceTable(rules, useColor()));
    });
}

/** The ledger of the simulator, then that of the connector client. */
function allRules(jama: ReturnType<typeof evidenceOf>): readonly KnownRule[] {
  return [
    ...jama.map((rule) => ({ about: 'Jama', ...rule }) as const),
    ...SEMANTICS_LEDGER.map(
      ({ id, statement, grade, source }) => ({ about: 'EIC', id, statement, grade, source }) as const,
    ),
  ];
}
