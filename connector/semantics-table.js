import { SEMANTICS_LEDGER } from './semantics.js';
/** The ledger as Markdown tables, as docs/connector.md shows it: first the options, then the rules that have one form. */
export function semanticsTable() {
    const options = SEMANTICS_LEDGER.flatMap(({ id, option, statement, choices, grade, source }) => {
        const [usual, ...others] = choices.map(String);
        return option === null
            ? []
            : [
                `| \`${option}\` | \`${id}\` | ${statement} | \`${usual}\` | ${others.map((one) => `\`${one}\``).join(', ')} | ${grade}: ${source} |`,
            ];
    });
    const rules = SEMANTICS_LEDGER.flatMap(({ id, option, statement, grade, source }) => option === null ? [`| \`${id}\` | ${statement} | ${grade}: ${source} |`] : []);
    return [
        '| option | entry | what EIC is taken to do | default | other values | grade and source |',
        '|---|---|---|---|---|---|',
        ...options,
        '',
        '| entry | what EIC is taken to do | grade and source |',
        '|---|---|---|',
        ...rules,
        '',
    ].join('\n');
}
