import { stringify } from 'yaml';
import { CONDITION_NAMES, conditionNamed } from './conditions/index.js';

/** Every condition of the steps of lessons as a table in Markdown, for the page about them. */
export function conditionsTable(): string {
  const rows = CONDITION_NAMES.map((name) => {
    const { about, example, schema } = conditionNamed(name);
    return `| \`${name}\` | ${about} | ${keysOf(schema)} | \`${inYaml({ [name]: example })}\` |`;
  });
  return ['| condition | what it looks at | keys | for example |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}

/** The keys of a condition; those that must be there come with a star. */
function keysOf({ properties, required }: ReturnType<typeof conditionNamed>['schema']): string {
  return Object.keys(properties)
    .map((key) => `\`${key}\`${required.includes(key) ? '*' : ''}`)
    .join(', ');
}

/** A value on one line, as it stands in a lesson. */
function inYaml(value: object): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return text.replace(/^\{ ?/, '').replace(/ ?\}$/, '');
}
