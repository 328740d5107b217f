import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** How a program ended. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One file of the packed package. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

/** The packed package, and an empty project that it was installed into. */
export interface InstalledPackage {
  /** The folder of the project; its path has a space. */
  readonly folder: string;
  readonly files: readonly PackedFile[];
  /** Size of the tarball in bytes. */
  readonly size: number;
  run(program: string, ...args: readonly string[]): Promise<Ended>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly version?: string;
}

/** Packs the built checkout and installs the tarball with exactly the packages of the lock file, which npm's cache has. */
export async function installPackage(): Promise<InstalledPackage> {
  const around = await mkdtemp(join(tmpdir(), 'jama-sim-package-'));
  const folder = join(around, 'my project');
  await mkdir(folder);
  const packed = await execute(process.cwd(), 'npm', [
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  ]);
  const [{ filename, files, size }] = JSON.parse(packed.stdout);

  const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const { version, dependencies, bin, engines } = lock.packages[''];
  const ours = { version, resolved: `file:${filename}`, dependencies, bin, engines };
  const theirs = Object.entries<LockedPackage>(lock.packages).filter(
    ([path, one]) => path !== '' && one.dev !== true,
  );
  const manifest = { name: 'my-project', type: 'module', dependencies: { 'jama-sim': `file:${filename}` } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      name: 'my-project',
      lockfileVersion: 3,
      packages: { '': manifest, 'node_modules/jama-sim': ours, ...Object.fromEntries(theirs) },
    }),
  );
  const installed = await execute(folder, 'npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund']);
  if (installed.status !== 0) throw new Error(installed.stderr);
  return { folder, files, size, run: (program, ...args) => execute(folder, program, args) };
}

/** The path of a program of the checkout's own node_modules, for tools that a project would bring along. */
export const tool = (path: string): string => resolve('node_modules', path);

async function execute(cwd: string, program: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', npm_config_loglevel: 'error' };
  const options = { cwd, env, maxBuffer: 1 << 26 };
  try {
    return { status: 0, ...(await promisify(execFile)(program, [...args], options)) };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    return { status: typeof code === 'number' ? code : 1, stdout, stderr: stderr || String(error) };
  }
}
