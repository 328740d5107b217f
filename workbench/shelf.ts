import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectionPackage, ConnectorDocument } from '../connector/index.js';
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
import { editedPackage } from './edited-package.js';
import { maskedText } from './masked-text.js';
import { type StandIns, standInName, withStandIns } from './stand-ins.js';

/** So many packages that were dropped in are kept; the oldest one goes. So it is with the edited ones of each tenant. */
const DROPPED = 20;
const EDITED = 5;

/** The packages that can be chosen. */
export interface Shelf {
  /** The packages for everybody, and those that are for one tenant. */
  list(tenant?: string): readonly PackageFacts[];
  first(): PackageOnShelf;
  /** @throws ExtensionProblem `package-unknown` */
  get(id: string): PackageOnShelf;
  /** The package of this name that comes with the lessons, else the one that comes with jama-sim. @throws as `get` */
  forLesson(name: string): PackageOnShelf;
  /** Puts a package on it, for everybody or for one tenant. @throws PackageError, SettingsError, ExtensionProblem when it cannot be used */
  add(dropped: DropRequest, tenant?: string): Promise<PackageOnShelf>;
  /** Takes away what is there for one tenant alone. */
  clear(tenant: string): void;
  /**
   * A copy of a package with another text for one connector JSON, for one tenant; it takes the place of the copy that it was made of.
   * @throws ExtensionProblem, EditProblem when the text cannot be saved
   */
  edit(from: PackageOnShelf, document: string, text: string, tenant: string): PackageOnShelf;
  /**
   * A copy of a package in which connector JSONs stand in for those of the same names, for one tenant. It takes the place of the copy
   * that it was made of, and of one that is called the same. @throws EditProblem when a covered secret is not known
   */
  standIn(from: PackageOnShelf, brought: readonly ConnectorDocument[], tenant: string): PackageOnShelf;
  /** What is known of a package now; `view` says why one cannot be read. @param later told when it was read, if it was not yet */
  known(id: string, later: () => void): CheckResult | undefined;
  /** Reads a package by the rules, once. */
  read(id: string): Promise<CheckResult>;
  /** The package with its texts and its findings, as far as they are known. */
  view(id: string): Promise<PackageView>;
  /** Runs every scenario of the package, on tenants of its own. */
  check(id: string): Promise<PackageView>;
}

/** A package on the shelf, read. */
export interface PackageOnShelf {
  readonly facts: PackageFacts;
  readonly given: GivenPackage;
  /** The tenant that a package belongs to which was edited for it, or dropped by somebody who may use it alone. */
  readonly tenant?: string;
  /** What it was called before connector JSONs were brought that stand in for its own, and which ones. */
  readonly standIns?: StandIns;
}

/**
 * Opens the shelf with the packages of a folder.
 * @param forLessons a folder with those that come with the lessons; it need not exist
 * @throws PackageError when one of them cannot be read
 */
export async function openShelf(folder: string, forLessons: string): Promise<Shelf> {
  const packages = new Map<string, PackageOnShelf>();
  const reading = new Map<string, Promise<CheckResult>>();
  const running = new Map<string, Promise<CheckResult>>();
  /** What came of reading them, or of running them. */
  const results = new Map<string, CheckResult>();
  let dropped = 0;
  let edited = 0;
  for (const name of (await readdir(folder)).sort()) {
    put({ id: name, name, origin: 'shipped' }, await readGiven(join(folder, name), {}));
  }
  for (const name of (await readdir(forLessons).catch(() => [])).sort()) {
    put({ id: lessonId(name), name, origin: 'lesson' }, await readGiven(join(forLessons, name), {}));
  }

  function put(facts: PackageFacts, given: GivenPackage, tenant?: string): PackageOnShelf {
    const one = { facts, given, ...(tenant === undefined ? {} : { tenant }) };
    packages.set(facts.id, one);
    return one;
  }

  function get(id: string): PackageOnShelf {
    const found = packages.get(id);
    if (found === undefined)
      throw new ExtensionProblem(404, 'package-unknown', `There is no package "${id}".`);
    return found;
  }

  /** A changed copy of a package for one tenant, in place of the copy that it was made of. */
  function putChanged(
    from: PackageOnShelf,
    tenant: string,
    changed: Pick<PackageOnShelf, 'standIns'> & {
      readonly package: ConnectionPackage;
      readonly name: string;
    },
  ): PackageOnShelf {
    edited += 1;
    const facts: PackageFacts = { id: `edited-${edited}`, name: changed.name, origin: 'edited' };
    const one: PackageOnShelf = {
      ...{ facts, tenant, given: { ...from.given, package: changed.package } },
      ...(changed.standIns ? { standIns: changed.standIns } : {}),
    };
    packages.set(facts.id, one);
    if (from.facts.origin === 'edited' && from.tenant === tenant) forget(from.facts.id);
    forgetOldest(({ facts: { origin }, tenant: owner }) => origin === 'edited' && owner === tenant, EDITED);
    return one;
  }

  function forget(id: string): void {
    for (const map of [packages, reading, running, results]) map.delete(id);
  }

  function forgetOldest(alike: (one: PackageOnShelf) => boolean, kept: number): void {
    const old = [...packages.values()].filter(alike).slice(0, -kept);
    for (const { facts } of old) forget(facts.id);
  }

  /** Does it once, and keeps what came of it as long as the package is there. */
  function once(
    id: string,
    begun: Map<string, Promise<CheckResult>>,
    work: (given: GivenPackage) => Promise<CheckResult>,
  ): Promise<CheckResult> {
    const known = begun.get(id);
    if (known !== undefined) return known;
    const one = work(get(id).given);
    begun.set(id, one);
    one.then(
      (result) => {
        // What running it says is more than what reading it says.
        if (packages.has(id) && (begun === running || !results.has(id))) results.set(id, result);
      },
      () => begun.delete(id),
    );
    return one;
  }

  const read = (id: string) =>
    once(id, reading, (given) => lintFiles(given.package, { settings: given.settings }));
  const run = (id: string) =>
    once(id, running, (given) => checkPackage(given.package, { settings: given.settings }));

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
    list: (tenant) =>
      [...packages.values()]
        .filter(
          ({ facts, tenant: owner }) =>
            facts.origin !== 'lesson' && (owner === undefined || owner === tenant),
        )
        .map(({ facts }) => facts),
    first() {
      const [one] = packages.values();
      if (one === undefined)
        throw new ExtensionProblem(500, 'package-none', `There is no package in ${folder}.`);
      return one;
    },
    get,
    forLesson: (name) => packages.get(lessonId(name)) ?? get(name),
    edit(from, document, text, tenant) {
      const changed = editedPackage(from.given.package, document, text);
      const { standIns } = from;
      return putChanged(from, tenant, {
        ...{ package: changed, name: from.facts.name },
        ...(standIns ? { standIns } : {}),
      });
    },
    standIn(from, brought, tenant) {
      const changed = withStandIns(from.given.package, brought);
      const names = brought.map((document) => document.name);
      const standIns = {
        base: from.standIns?.base ?? from.facts.name,
        names: [...new Set([...(from.standIns?.names ?? []), ...names])],
      };
      const name = standInName(standIns);
      for (const { facts, standIns: others, tenant: owner } of [...packages.values()])
        if (others !== undefined && owner === tenant && facts.name === name) forget(facts.id);
      return putChanged(from, tenant, { package: changed, name, standIns });
    },
    known(id, later) {
      const known = results.get(id);
      if (known === undefined && packages.has(id)) read(id).then(later, () => undefined);
      return known;
    },
    read,
    async add(given, tenant) {
      const known = await readDropped(given);
      dropped += 1;
      const one = put(
        { id: `dropped-${dropped}`, name: known.package.name, origin: 'dropped' },
        known,
        tenant,
      );
      forgetOldest(({ facts, tenant: owner }) => facts.origin === 'dropped' && owner === tenant, DROPPED);
      return one;
    },
    clear(tenant) {
      for (const { facts, tenant: owner } of [...packages.values()]) if (owner === tenant) forget(facts.id);
    },
    view: async (id) => view(id, await (running.get(id) ?? read(id))),
    check: async (id) => view(id, await run(id)),
  };
}

/** The id of a package that comes with the lessons. */
const lessonId = (name: string): string => `lesson-${name}`;

/** The connector JSONs that are there, and those that a finding misses. */
function documentNames({ package: { documents } }: GivenPackage, { findings }: CheckResult): string[] {
  return [...new Set([...documents.keys(), ...findings.map(({ file }) => file)])];
}
