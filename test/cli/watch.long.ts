import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

const bin = resolve(import.meta.dirname, '../../bin/jama-sim.js');
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Watched {
  readonly child: ChildProcess;
  /** What was printed since the last call, once it matches. */
  until(pattern: RegExp): Promise<string>;
  ended(): Promise<number | null>;
}

function watchPackage(folder: string, only: string): Watched {
  const child = spawn(process.execPath, [bin, 'check', folder, '--only', only, '--watch'], {
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  });
  started.push(child);
  let text = '';
  let wake: () => void = () => {};
  const note = (chunk: Buffer) => {
    text += chunk.toString();
    wake();
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  return {
    child,
    async until(pattern) {
      while (!pattern.test(text)) {
        await new Promise<void>((woken) => {
          wake = woken;
        });
      }
      const printed = text;
      text = '';
      return printed;
    },
    ended: () => exit,
  };
}

async function copyOfPackage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jama-sim-'));
  await cp('fixtures/packages/jama-connect', folder, { recursive: true });
  return folder;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

describe('jama-sim check --watch', () => {
  test('runs what a change touches, outlives broken JSON, and ends on SIGINT', async () => {
    const folder = await copyOfPackage();
    const file = join(folder, 'DisableAccountJSON.json');
    const watched = watchPackage(folder, 'provisioning');
    const first = await watched.until(/(\d+) scenarios run anew {3}watching/);

    await edit(file, '"PUT"', '"POST"');
    const broken = await watched.until(/scenarios run/);
    await edit(file, '"POST"', '"POST');
    const invalid = await watched.until(/json-invalid[\s\S]*scenarios run/);
    await edit(file, '"POST', '"PUT"');
    const mended = await watched.until(/scenarios run/);
    watched.child.kill('SIGINT');

    const counts = [first, broken].map((text) => Number(/(\d+) scenarios run/.exec(text)?.[1]));
    expect(counts[1]).toBeGreaterThan(0);
    expect(counts[1]).toBeLessThan(counts[0] ?? 0);
    expect(first).toMatch(/scenarios passed/);
    expect(broken).toMatch(/DisableAccountJSON\.json:\d+:\d+ {3}error {3}wrong-method/);
    expect(invalid).toMatch(/DisableAccountJSON\.json:\d+:\d+ {3}error {3}json-invalid/);
    expect(mended).toMatch(/scenarios passed/);
    expect(await watched.ended()).toBe(130);
  }, 60_000);

  test('a file that is written again with the same text changes nothing', async () => {
    const folder = await copyOfPackage();
    const file = join(folder, 'CreateAccountJSON.json');
    const watched = watchPackage(folder, 'token-first-call');
    await watched.until(/scenarios run/);

    await writeFile(file, await readFile(file));
    await edit(file, '"name"', '"nam"');
    const next = await watched.until(/scenarios run/);
    watched.child.kill('SIGTERM');

    expect(next).toMatch(/unknown-key/);
    expect(next.match(/scenarios run/g)).toHaveLength(1);
    expect(next).toMatch(/ 0 scenarios run/);
    expect(await watched.ended()).toBe(0);
  }, 60_000);
});
