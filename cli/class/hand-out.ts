import { chmod, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../failure.js';
import type { Trainee } from './class-members.js';

const FORMS: Readonly<Record<string, (trainees: readonly Trainee[]) => string>> = {
  '.html': asSlips,
  '.md': asMarkdown,
  '.csv': asTable,
  '.json': (trainees) => `${JSON.stringify(trainees, null, 2)}\n`,
};

/** Reads the value of `--handout`: a file whose ending says what it is to be. */
export function handOutFile(file: string): string {
  if (extname(file).toLowerCase() in FORMS) return file;
  throw new InvalidArgumentError(
    'It must end with .html (slips to be printed), .md, .csv (a mail merge) or .json.',
  );
}

/** Writes what every trainee gets; nothing in it is the trainer's. Only its owner may read it. @throws UsageError */
export async function writeHandOut(file: string, trainees: readonly Trainee[]): Promise<void> {
  const text = FORMS[extname(file).toLowerCase()]?.(trainees) ?? '';
  try {
    await writeFile(file, text, { mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    throw new UsageError(
      'output-unwritable',
      `The hand-out ${file} cannot be written: ${(error as Error).message}.`,
      'Give --handout a file in a folder that is there and can be written to.',
    );
  }
}

const rowsOf = ({
  url,
  clientId,
  clientSecret,
  console,
}: Trainee): readonly (readonly [string, string])[] => [
  ['Console', console],
  ['Base URL', url],
  ['Client id', clientId],
  ['Client secret', clientSecret],
];

function asMarkdown(trainees: readonly Trainee[]): string {
  return trainees
    .map((one) => [
      `## ${one.name}`,
      '',
      ...rowsOf(one).map(([what, value]) => `- ${what}: \`${value}\``),
      '',
    ])
    .map((lines) => lines.join('\n'))
    .join('\n');
}

function asTable(trainees: readonly Trainee[]): string {
  const lines = trainees.map(({ name, console, url, clientId, clientSecret }) =>
    [name, console, url, clientId, clientSecret].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  return ['trainee,console,base_url,client_id,client_secret', ...lines, ''].join('\n');
}

/** A page of slips to be cut apart, each with its own link. */
function asSlips(trainees: readonly Trainee[]): string {
  const slips = trainees.map((one) => {
    const rows = rowsOf(one).map(([what, value]) => `<dt>${what}</dt><dd>${escaped(value)}</dd>`);
    return `<section><h2>${escaped(one.name)}</h2><dl>${rows.join('')}</dl></section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>jama-sim class</title>
<style>
body { font: 11pt/1.4 system-ui, sans-serif; margin: 1rem; }
section { border: 1px dashed #777; break-inside: avoid; margin: 0 0 0.7rem; padding: 0.6rem 0.9rem; }
h2 { font-size: 13pt; margin: 0 0 0.3rem; }
dl { display: grid; gap: 0.15rem 1rem; grid-template-columns: 7rem 1fr; margin: 0; }
dd { font-family: ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
${slips.join('\n')}
</body>
</html>
`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
