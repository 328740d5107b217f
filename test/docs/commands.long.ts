import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Simulator, startSimulator } from '../../mock-server/index.js';
import { sharedFile } from '../helpers/shared.js';
import { type Block, blocksOf, pages } from './blocks.js';
import { notRun, standIns } from './stand-ins.js';
import { commandsOf, openTerminal, scripts, type Terminal } from './terminal.js';

jest.setTimeout(180_000);

/** The package that a reader downloads from the vendor's community; it is no part of this repository. */
const download = 'JamaSoftware.zip';
const downloaded = sharedFile(`reference/published-package/${download}`);

/** Commands that serve until Ctrl-C. */
const serves = /^(npm start|npx jama-sim (start|class|record(?!.*--crawl)|check .*--watch))/;

/** Pages whose text blocks are written by their generators, which test/**\/publish compares. */
const generated = new Set(['docs/cli.md']);

const runnable = pages()
  .map((page) => [page, blocksOf(page)] as const)
  .filter(([, blocks]) => blocks.some(({ language }) => ['sh', 'js', 'yaml'].includes(language)));

let tenant: Simulator;
beforeAll(async () => {
  tenant = await startSimulator({ users: 12 });
});
afterAll(() => tenant.stop());

describe.each(runnable)('%s', (page, blocks) => {
  let terminal: Terminal;
  let folder: string;
  let replaced: (text: string) => string;
  let printed = '';

  beforeAll(async () => {
    folder = cloneOfTheTree();
    if (downloaded) cpSync(downloaded, join(folder, download));
    if (page === 'docs/ci.md')
      cpSync('fixtures/packages/jama-connect', join(folder, 'connector'), { recursive: true });
    const [port, secondPort] = [await freePort(), await freePort()];
    const all = standIns({ port, secondPort, tenant: { url: tenant.url, ...tenant.credentials } });
    replaced = (text) => all.reduce((so, { in: part, by }) => so.replaceAll(part, by), text);
    terminal = openTerminal(folder, {
      JAMA_SIM_PORT: String(port),
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    });
  });
  afterAll(() => terminal.close());

  test.each(
    blocks.filter(({ language }) => language !== 'json').map((block) => [block.line, block] as const),
  )('line %s', async (_, block) => {
    if (block.language === 'js') return runScript(block);
    if (block.language === 'text' && !generated.has(page)) return expectPrinted(block);
    const commands = block.language === 'sh' ? commandsOf(block.body) : commandsOfWorkflow(block);
    if (commands.length > 0) printed = '';
    for (const command of commands) await runCommand(command);
  });

  async function runCommand(command: string): Promise<void> {
    if (isNotRun(command) || isSkipped(page, command)) return;
    if (command.includes(' && npm ')) {
      for (const part of command.split(' && ')) await runCommand(part);
      return;
    }
    if (command === 'npx jama-sim check my-connector' && page === 'README.md') mendByHand(folder);
    if (serves.test(command)) {
      printed += await terminal.serve(replaced(command));
      return;
    }
    const { status, output } = await terminal.run(replaced(command));
    printed += output;
    const wanted = Number(/# exit status (\d+)/.exec(command)?.[1] ?? 0);
    if (status !== wanted) throw new Error(`${command}\nended with ${status}, not ${wanted}:\n${output}`);
    expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  }

  /** Every line stands in what was printed, in this order; dots at the end of one stand for what goes on. */
  function expectPrinted({ body }: Block): void {
    const got = printed.split('\n').map(alike);
    let from = 0;
    for (const line of replaced(body).split('\n').map(alike)) {
      if (line === '') continue;
      const at = got.findIndex((one, index) => index >= from && isShownAs(one, line));
      if (at < 0)
        throw new Error(`The page shows\n${line}\nand what was printed has no such line here:\n${printed}`);
      from = at + 1;
    }
  }

  async function runScript({ body, line }: Block): Promise<void> {
    const byJest = body.includes('expect.extend');
    const file = join(folder, byJest ? `line-${line}.test.mjs` : `line-${line}.mjs`);
    writeFileSync(file, body);
    const args = byJest
      ? [
          '--experimental-vm-modules',
          resolve('node_modules/jest/bin/jest.js'),
          '--rootDir',
          folder,
          '--testMatch',
          '**/*.test.mjs',
        ]
      : [file];
    const { status, output } = await new Promise<{ status: unknown; output: string }>((done) => {
      execFile(
        process.execPath,
        args,
        { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } },
        (error, out, err) => done({ status: error?.code ?? 0, output: out + err }),
      );
    });
    if (status !== 0) throw new Error(`The script ended with ${status}:\n${output}`);
  }
});

/** True for a command of the list of those that are not run; the scripts that it names must be there. */
function isNotRun(command: string): boolean {
  if (!notRun.some(({ in: part }) => part.test(command))) return false;
  for (const [, name = ''] of command.matchAll(/npm run ([\w:]+)/g))
    expect(Object.keys(scripts())).toContain(name);
  return true;
}

/** True, and said aloud, for what needs the download where there is none. */
function isSkipped(page: string, command: string): boolean {
  if (downloaded || page !== 'README.md' || !/JamaSoftware|my-connector/.test(command)) return false;
  process.stderr.write(`skipped: ${command}; JAMA_SIM_SHARED does not lead to ${download}\n`);
  return true;
}

/** The reader has mended every JSON by now; repair-walk.long.ts does it by what the findings say. */
function mendByHand(folder: string): void {
  cpSync('fixtures/packages/jama-connect', join(folder, 'my-connector'), { recursive: true });
}

/** A folder with a blank in its name that looks like a clone in which `npm ci` was run. */
function cloneOfTheTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jama-sim clone '));
  for (const part of ['package.json', 'bin', 'fixtures', 'schemas', 'deploy'])
    cpSync(part, join(folder, part), { recursive: true });
  for (const part of ['node_modules', 'dist', 'bench', 'console'])
    symlinkSync(resolve(part), join(folder, part));
  return folder;
}

function commandsOfWorkflow({ body, language }: Block): string[] {
  if (language !== 'yaml') return [];
  const found: string[] = [];
  const visit = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (key === 'run' || key === 'script') found.push(...commandsOf(value));
    } else if (Array.isArray(value)) for (const one of value) visit(one, key);
    else if (value !== null && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) visit(one, name);
  };
  visit(parse(body));
  return found;
}

function isShownAs(printed: string, shown: string): boolean {
  return shown.endsWith(' ...') ? printed.startsWith(shown.slice(0, -3)) : printed === shown;
}

/** Times and blanks differ from run to run. */
function alike(line: string): string {
  return line
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\d+(\.\d+)? (ms|s)\b/g, 'N $2');
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
