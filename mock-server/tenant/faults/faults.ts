import { distance } from 'fastest-levenshtein';
import { SetupError } from '../errors.js';
import type { Clock } from '../real-clock.js';
import { FAULTS, type FaultName, type NamedFault } from './catalogue.js';
import { type Draws, drawDelay, draws } from './draws.js';
import { type Matcher, matcher, windowCheck } from './matcher.js';
import type { ActiveFault, DueFault, FaultMatch, FaultRule, FaultSubject } from './rule.js';

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly matches: Matcher;
  readonly awake: (now: number) => boolean;
  readonly draw: Draws;
  matched: number;
  applied: number;
  problem?: string;
}

/** A fault by the name it has in the catalogue, narrowed or repeated differently if wanted. */
export interface FaultUse extends Pick<FaultRule, 'times' | 'seed'> {
  readonly use: FaultName;
  readonly match?: FaultMatch;
}

/** The fault rules of one tenant; the first that applies wins. */
export class Faults {
  readonly #clock: Clock;
  readonly #initial: readonly (FaultRule | FaultUse)[];
  readonly #entries: Entry[] = [];
  #nextId = 1;
  #revision = 0;

  /** @param initial the rules to begin with, and to go back to by `reset` */
  constructor(clock: Clock, initial: readonly (FaultRule | FaultUse)[] = []) {
    this.#clock = clock;
    this.#initial = initial;
    this.addAll(initial);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Another number whenever `list` says something else. */
  get revision(): number {
    return this.#revision;
  }

  /** Add a rule. Throws `SetupError` with code `fault-invalid` if its window has no moment. */
  add(rule: FaultRule): ActiveFault {
    const { match = {}, seed = 1 } = rule;
    const entry: Entry = {
      id: this.#nextId,
      rule,
      matches: matcher(match),
      awake: windowCheck(match.window, this.#clock.now()),
      draw: draws(seed),
      matched: 0,
      applied: 0,
    };
    this.#nextId += 1;
    this.#entries.push(entry);
    this.#revision += 1;
    return view(entry);
  }

  /** Add the rules of a fault from the catalogue. Throws `SetupError` with code `fault-unknown`. */
  useNamed(name: FaultName, change: Omit<FaultUse, 'use'> = {}): readonly ActiveFault[] {
    const { match, ...rest } = change;
    return faultNamed(name).rules.map((rule) =>
      this.add({ name, ...rule, ...rest, match: { ...rule.match, ...match } }),
    );
  }

  /** Add rules and faults of the catalogue as they come. */
  addAll(choices: readonly (FaultRule | FaultUse)[]): readonly ActiveFault[] {
    return choices.flatMap((choice) => {
      if (!('use' in choice)) return [this.add(choice)];
      const { use, ...change } = choice;
      return this.useNamed(use, change);
    });
  }

  list(): readonly ActiveFault[] {
    return this.#entries.map(view);
  }

  /** Take a rule back; false if there is none with this id. */
  remove(id: number): boolean {
    const at = this.#entries.findIndex((entry) => entry.id === id);
    if (at >= 0) this.#entries.splice(at, 1);
    this.#revision += 1;
    return at >= 0;
  }

  clear(): void {
    this.#entries.length = 0;
    this.#revision += 1;
  }

  /** Back to the rules that the tenant started with, unspent. */
  reset(): void {
    this.clear();
    this.addAll(this.#initial);
  }

  /** Remembers the rules and how far each is spent; the function that is given back restores them. */
  remember(): () => void {
    const [entries, nextId] = [this.#entries.map(copyOf), this.#nextId];
    return () => {
      this.#entries.splice(0, this.#entries.length, ...entries.map(copyOf));
      this.#nextId = nextId;
      this.#revision += 1;
    };
  }

  /** The effect on this request, if a rule applies to it; the request is counted by every awake rule that it matches. */
  effectOn(subject: FaultSubject): DueFault | undefined {
    const now = this.#clock.now();
    let chosen: Entry | undefined;
    for (const entry of this.#entries) {
      if (!entry.awake(now) || !entry.matches(subject)) continue;
      entry.matched += 1;
      this.#revision += 1;
      if (isDue(entry) && chosen === undefined) chosen = entry;
    }
    if (chosen === undefined) return undefined;
    chosen.applied += 1;
    const { id, rule, draw } = chosen;
    const { name = String(id), effect } = rule;
    return { id, name, effect, wait: drawDelay(effect.delayMs, draw) };
  }

  /** Note that the change of the tenant which a rule wants was not possible. */
  noteProblem(id: number, problem: string): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry === undefined) return;
    entry.problem = problem;
    this.#revision += 1;
  }
}

/** An entry that is spent apart from the other. */
const copyOf = (entry: Entry): Entry => ({ ...entry, draw: entry.draw.copy() });

/** Whether the counts and the chance of a rule say that this request is hit; the chance is drawn for each match. */
function isDue({ rule, matched, applied, draw }: Entry): boolean {
  const { nth, fromNth = 1, probability } = rule.match ?? {};
  const lucky = probability === undefined || draw() < probability;
  const counted = nth === undefined ? matched >= fromNth : matched === nth;
  return lucky && counted && applied < (rule.times ?? Number.POSITIVE_INFINITY);
}

function view({ id, rule, matched, applied, problem }: Entry): ActiveFault {
  return { id, ...rule, matched, applied, ...(problem === undefined ? {} : { problem }) };
}

function faultNamed(name: string): NamedFault {
  const found = FAULTS.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  const names = FAULTS.map((fault) => fault.name);
  const [nearest] = [...names].sort((a, b) => distance(a, name) - distance(b, name));
  throw new SetupError(
    'fault-unknown',
    `There is no fault "${name}" in the catalogue; the nearest name is "${nearest}".`,
    `Choose one of ${names.join(', ')}.`,
  );
}
