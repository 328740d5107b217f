import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a command ended, and what it printed to both outputs. */
export interface Ended {
  readonly status: number;
  readonly output: string;
}

/** A terminal: variables and folder live from one command to the next, and what serves goes on beside it. */
export interface Terminal {
  readonly run: (command: string) => Promise<Ended>;
  /** Starts what serves until Ctrl-C, and waits until it says so. */
  readonly serve: (command: string) => Promise<string>;
  /** Presses Ctrl-C in every command that serves. */
  readonly close: () => Promise<void>;
}

const patience = 60_000;

export function openTerminal(folder: string, variables: Readonly<Record<string, string>>): Terminal {
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', ...variables };
  const state = join(folder, '.terminal-state');
  const remembered = `[ -f "${state}" ] && . "${state}"`;
  const remember = `s=$?; { declare -p | grep -v '^declare -[a-z]*[rx]'; export -p; printf 'cd %q\\n' "$PWD"; } > "${state}" 2>/dev/null; exit $s`;
  const serving: ChildProcess[] = [];

  const close = async () => {
    await Promise.all(
      serving.splice(0).map(
        (child) =>
          new Promise<void>((ended) => {
            if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
              return ended();
            child.once('exit', () => ended());
            process.kill(-child.pid, 'SIGINT');
          }),
      ),
    );
  };

  return {
    close,
    run: (command) =>
      new Promise((done) => {
        const child = spawn('bash', ['-c', `${remembered}\n${command}\n${remember}`], { cwd: folder, env });
        let output = '';
        const take = (chunk: Buffer) => {
          output += chunk;
        };
        child.stdout.on('data', take);
        child.stderr.on('data', take);
        child.once('close', (code) => done({ status: code ?? 1, output }));
      }),
    serve: async (command) => {
      await close();
      const child = spawn('bash', ['-c', `${remembered}\n${command}`], { cwd: folder, env, detached: true });
      serving.push(child);
      let output = '';
      return new Promise((ready, failed) => {
        const late = setTimeout(() => failed(new Error(`${command} does not serve:\n${output}`)), patience);
        const take = (chunk: Buffer) => {
          output += chunk;
          if (!output.includes('Ctrl-C')) return;
          clearTimeout(late);
          ready(output);
        };
        child.stdout.on('data', take);
        child.stderr.on('data', take);
        child.once('exit', (code) => {
          clearTimeout(late);
          failed(new Error(`${command} ended with ${code}:\n${output}`));
        });
      });
    },
  };
}

/** The commands of a block, one by one: a line goes on while the shell would wait for more. */
export function commandsOf(body: string): string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of body.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    if (open.trim() === '' || isComplete(open)) {
      if (open.trim() !== '') commands.push(open);
      open = '';
    }
  }
  if (open !== '') throw new Error(`This command has no end: ${open}`);
  return commands;
}

function isComplete(command: string): boolean {
  if (command.endsWith('\\')) return false;
  const delimiter = /<<-?\s*'?(\w+)'?/.exec(command)?.[1];
  if (delimiter !== undefined && !command.split('\n').includes(delimiter)) return false;
  try {
    execFileSync('bash', ['-n', '-c', command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The scripts of package.json. */
export function scripts(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('package.json', 'utf8')).scripts;
}
