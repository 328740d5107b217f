import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '../../connector/index.js';
import type { Finding } from '../findings.js';
import { type ExampleDocuments, lintPackage, type Rule, rules } from '../lint/index.js';
import { exampleBlocks } from '../report/rule-text.js';
import { jamaTarget } from '../target/jama.js';
import { sightings } from './sightings.js';

/** The pages of the rules as texts by their file in the folder `docs`: `rules.md` and one in `rules/` for each rule. */
export async function rulePages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>([['rules.md', overview()]]);
  for (const rule of rules) {
    const own = (await findingsIn(rule.example.trips)).filter(({ code }) => code === rule.id);
    pages.set(`rules/${rule.id}.md`, page(rule, own));
  }
  return pages;
}

function overview(): string {
  return [
    '# Rules',
    '',
    '`jama-sim lint PACKAGE` holds a connection package against these rules without running it, and `jama-sim check` does so',
    'before it runs the scenarios. [settings.md](settings.md) says how one is switched off.',
    '',
    '| rule | severity | what it finds |',
    '|---|---|---|',
    ...rules.map(({ id, severity, title }) => `| [${id}](rules/${id}.md) | ${severity} | ${cell(title)} |`),
    '',
    '## What running it finds',
    '',
    '`check` also runs every flow and compares both sides afterwards. What a rule above explains is reported as that rule, with what was',
    '`seen`. What none explains is a finding of its own:',
    '',
    '| finding | what was seen |',
    '|---|---|',
    ...Object.entries(sightings).map(([code, text]) => `| \`${code}\` | ${cell(text)} |`),
    '',
    'Any other code, such as `call-unsuccessful`, is a call that failed; its message holds the answer, and `jama-sim run` prints the same.',
    '',
  ].join('\n');
}

function page({ id, severity, title, why, example }: Rule, findings: readonly Finding[]): string {
  return [
    `# ${id}`,
    '',
    `${title} Severity: ${severity}.`,
    '',
    '## Why',
    '',
    why,
    '',
    '## Trips the rule',
    '',
    ...exampleBlocks(example.trips),
    'What it says:',
    '',
    '```',
    ...findings.flatMap(({ file, line, column, message }) => [
      `${file}.json:${line}:${column}`,
      `  ${message}`,
    ]),
    '```',
    '',
    '## Remedy',
    '',
    ...[...new Set(findings.map(({ remedy }) => remedy))].flatMap((remedy) => ['```', remedy, '```', '']),
    '## Passes',
    '',
    ...exampleBlocks(example.passes),
    '[All rules](../rules.md)',
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** What the rules say of an example, read as a package in a folder of its own, which is taken away again. */
async function findingsIn(documents: ExampleDocuments): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-example-'));
  try {
    for (const [name, value] of Object.entries(documents)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
      await writeFile(join(folder, `${name}.json`), text);
    }
    return lintPackage(await readPackage(folder), jamaTarget()).map(({ finding }) => finding);
  } finally {
    await rm(folder, { recursive: true });
  }
}
