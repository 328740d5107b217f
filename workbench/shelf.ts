import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CheckResult,
  checkPackage,
  type GivenPackage,
  lintFiles,
  readGiven,
} from '../contracts/index.js';
import { ExtensionProblem } from '../mock-server/index.js';
import type { DropRequest, PackageFacts, PackageView } from './api.js';
import { readDropped } from './drop.js';
import { maskedText } from './masked-text.js';

/** So many packages that were dropped in are kept; the oldest one goes. */
const DROPPED = 20;

/** The packages that can be chosen. */
export interface Shelf {
  list(): readonly PackageFacts[];
  first(): PackageOnShelf;
  /** @throws ExtensionProblem `package-unknown` */
  get(id: string): PackageOnShelf;
  /** Puts a package on it. @throws PackageError, SettingsError, ExtensionProblem when it cannot be used */
  add(dropped: DropRequest): Promise<PackageOnShelf>;
  /** The package with its texts and its findings, as far as they are known. */
  view(id: string): Promise<PackageView>;
  /** Runs every scenario of the package, on tenants of its own. */
  check(id: string): Promise<PackageView>;
}

/** A package on the shelf, read. */
export interface PackageOnShelf {
  readonly facts: PackageFacts;
  readonly given: GivenPackage;
}

/** Opens the shelf with the packages of a folder. @throws PackageError when one of them cannot be read */
export async function openShelf(folder: string): Promise<Shelf> {
  const packages = new Map<string, PackageOnShelf>();
  const read = new Map<string, CheckResult>();
  const run = new Map<string, Promise<CheckResult>>();
  let dropped = 0;
  for (const name of (await readdir(folder)).sort()) {
    put({ id: name, name, origin: 'shipped' }, await readGiven(join(folder, name), {}));
  }

  function put(facts: PackageFacts, given: GivenPackage): PackageOnShelf {
    const one = { facts, given };
    packages.set(facts.id, one);
    return one;
  }

  function get(id: string): PackageOnShelf {
    const found = packages.get(id);
    if (found === undefined)
      throw new ExtensionProblem(404, 'package-unknown', `There is no package "${id}".`);
    return found;
  }

  function forgetOldest(): void {
    const old = [...packages.values()].filter(({ facts }) => facts.origin === 'dropped').slice(0, -DROPPED);
    for (const { facts } of old) for (const map of [packages, read, run]) map.delete(facts.id);
  }

  async function resultOf(id: string): Promise<CheckResult> {
    const { given } = get(id);
    const known = read.get(id) ?? (await lintFiles(given.package, { settings: given.settings }));
    read.set(id, known);
    return known;
  }

  async function view(id: string, result: CheckResult): Promise<PackageView> {
    const { facts, given } = get(id);
    return {
      ...facts,
      documents: documentNames(given, result).map((name) => {
        const { file, state, origin, text } = given.package.document(name);
        return { name, file, state, origin, text: maskedText(text) };
      }),
      findings: result.findings,
      checked: result.scenarios.length > 0 ? 'run' : 'read',
      scenarios: result.scenarios.map(({ id: scenario, title, status }) => ({ id: scenario, title, status })),
    };
  }

  return {
    list: () => [...packages.values()].map(({ facts }) => facts),
    first() {
      const [one] = packages.values();
      if (one === undefined)
        throw new ExtensionProblem(500, 'package-none', `There is no package in ${folder}.`);
      return one;
    },
    get,
    async add(given) {
      const known = await readDropped(given);
      dropped += 1;
      const one = put({ id: `dropped-${dropped}`, name: known.package.name, origin: 'dropped' }, known);
      forgetOldest();
      return one;
    },
    view: async (id) => view(id, (await run.get(id)) ?? (await resultOf(id))),
    async check(id) {
      const { given } = get(id);
      const running = run.get(id) ?? checkPackage(given.package, { settings: given.settings });
      run.set(id, running);
      running.catch(() => run.delete(id));
      return view(id, await running);
    },
  };
}

/** The connector JSONs that are there, and those that a finding misses. */
function documentNames({ package: { documents } }: GivenPackage, { findings }: CheckResult): string[] {
  return [...new Set([...documents.keys(), ...findings.map(({ file }) => file)])];
}
