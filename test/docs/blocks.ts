import { readdirSync, readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** Of the opening fence, 1-based. */
  readonly line: number;
  /** The first word behind the fence; empty when there is none. */
  readonly language: string;
  readonly body: string;
}

/** Every page that is written by hand or generated, but for those of the rules, whose examples are tried with the rules. */
export function pages(): string[] {
  const inDocs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs.map((name) => `docs/${name}`)];
}

export function rulePages(): string[] {
  return readdirSync('docs/rules').map((name) => `docs/rules/${name}`);
}

/** @throws Error when a fence has no end */
export function blocksOf(page: string): Block[] {
  const lines = readFileSync(page, 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opening = /^```(\w*)/.exec(lines[at] ?? '');
    if (!opening) continue;
    const end = lines.indexOf('```', at + 1);
    if (end < 0) throw new Error(`${page}:${at + 1}: this block has no end.`);
    blocks.push({
      page,
      line: at + 1,
      language: opening[1] ?? '',
      body: `${lines.slice(at + 1, end).join('\n')}\n`,
    });
    at = end;
  }
  return blocks;
}
