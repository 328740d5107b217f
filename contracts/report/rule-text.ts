import type { ExampleDocuments, Rule } from '../lint/index.js';

/** What a rule is about, as Markdown: why it matters, an example that trips it, and the same one mended. */
export function ruleMarkdown({ title, why, example }: Rule): string {
  return [
    title,
    '',
    why,
    '',
    'Trips the rule:',
    '',
    ...exampleBlocks(example.trips),
    'Passes:',
    '',
    ...exampleBlocks(example.passes),
  ].join('\n');
}

/** Each connector JSON of an example as a named code block. */
export function exampleBlocks(documents: ExampleDocuments): string[] {
  return Object.entries(documents).flatMap(([name, value]) => [
    `\`${name}.json\``,
    '',
    '```json',
    typeof value === 'string' ? value : JSON.stringify(value, null, 2),
    '```',
    '',
  ]);
}
