import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../contracts/index.js';

/**
 * Mends a package folder by nothing but what the findings say, as a reader would who pastes each remedy where the finding
 * points. A remedy that cannot be followed is an error.
 */
export async function applyRemedies(folder: string, findings: readonly Finding[]): Promise<void> {
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const own = findings.filter((finding) => finding.file === file);
    const path = join(folder, `${file}.json`);
    const copied = own.find(({ remedy }) => remedy.includes('jama-sim ships one for Jama in '));
    if (copied) {
      const [source = ''] = /fixtures\/[\w/-]+/.exec(copied.remedy) ?? [];
      await copyFile(join(source, `${file}.json`), path);
      continue;
    }
    // From the end to the beginning, so that what is mended does not move what is not; one place is mended once.
    const backwards = own
      .toSorted((a, b) => b.line - a.line || b.column - a.column)
      .filter(
        (one, index, all) =>
          index === 0 || `${all[index - 1]?.remedy}` !== one.remedy || !samePlace(all[index - 1], one),
      );
    let text = await readFile(path, 'utf8');
    for (const finding of backwards) text = mended(text, finding);
    await writeFile(path, text);
  }
}

function samePlace(a: Finding | undefined, b: Finding): boolean {
  return a?.line === b.line && a.column === b.column;
}

function mended(
  text: string,
  { line, column, endLine, endColumn, message, remedy, pointer }: Finding,
): string {
  const start = offsetOf(text, line, column);
  const end = offsetOf(text, endLine, endColumn);
  const [before, at, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];

  if (remedy.includes('groovy.json.JsonOutput.toJson(') && remedy.startsWith('Write '))
    return escaped(text, line, message);

  const expression = /^Write (\$\{.*\})$/.exec(remedy)?.[1];
  if (expression !== undefined) return before + expression + after;

  const key = /^Rename it: (".*")$/.exec(remedy)?.[1];
  if (key !== undefined) return before + key + after;

  if (remedy.startsWith('Write the value of ') && remedy.endsWith(' without quotes.'))
    return before + at.replaceAll('\\"', '') + after;

  if (remedy === 'Delete the line, or map a field that there is.')
    return text
      .split('\n')
      .toSpliced(line - 1, 1)
      .join('\n')
      .replace(/,(\s*\})/g, '$1');

  const field =
    /^"(\w+)" is not a field/.exec(message)?.[1] ??
    /^Delete "(\w+)" from (?:this|the) body[.:]/.exec(remedy)?.[1];
  if (remedy.startsWith('Delete ') && field !== undefined) return withoutField(text, line, field);

  const fieldText = /^\\"(\w+)\\":(\$\{.*\})$/.exec(remedy);
  if (fieldText) return before.replace(/\\"\w+\\":$/, '') + remedy + after;

  const pair = /^"(\w+)": (.*?)(?: {3}\(.*\))?$/.exec(remedy);
  const isKey = after.startsWith(':');
  if (pair && !isKey && pointer.endsWith(`/${pair[1]}`)) return before + pair[2] + after;
  const mapped = new RegExp(`^"${pointer.split('/').at(-1)}": (".*")$`).exec(remedy)?.[1];
  if (mapped !== undefined) return before + mapped + after;
  // A key that is not there yet goes into the object that the finding stands at.
  const brace = text.indexOf('{', start);
  if (pair) return `${text.slice(0, brace + 1)}\n${pair[0]},${text.slice(brace + 1)}`;
  throw new Error(`This remedy cannot be followed: ${remedy}`);
}

/** Lets every path that the message lists print its own quotes, on that line. */
function escaped(text: string, line: number, message: string): string {
  const lines = text.split('\n');
  const paths = (/^(.*?) (?:is|are) printed/.exec(message)?.[1] ?? '').split(', ');
  const mended = paths.reduce(
    (so, path) => so.replace(`\\"\${${path}}\\"`, () => `\${groovy.json.JsonOutput.toJson(${path})}`),
    lines[line - 1] ?? '',
  );
  return lines.with(line - 1, mended).join('\n');
}

/** Takes a field out of the body template on a line; its value is the text up to the next quote that is not escaped twice. */
function withoutField(text: string, line: number, field: string): string {
  const lines = text.split('\n');
  const old = lines[line - 1] ?? '';
  const sent = `\\\\"${field}\\\\":(?:\\\\"[^"\\\\]*\\\\"|\\$\\{[^}]*\\})`;
  const without = old.replace(new RegExp(`,${sent}`), '');
  return lines
    .with(line - 1, without === old ? old.replace(new RegExp(`${sent},?`), '') : without)
    .join('\n');
}

/** Lines and columns begin at 1. */
function offsetOf(text: string, line: number, column: number): number {
  const above = text.split('\n').slice(0, line - 1);
  return above.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
