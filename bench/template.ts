import { readFile } from 'node:fs/promises';
import {
  compileTemplate,
  createBindings,
  evaluateCases,
  type TemplateEnvironment,
} from '../connector/index.js';
import { root } from './root.js';

/** One measurement beside something known. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** How many times as long as the thing it is compared with. */
  readonly ratio: number;
  readonly comparedWith: string;
  readonly goal: string;
}

const environment: TemplateEnvironment = {
  now: () => 0,
  random: () => 0.5,
  timeZone: 'UTC',
  locale: 'en-US',
};
const rounds = 300_000;

/** How fast templates evaluate: a ternary with three property reads, and the whole set of fixture cases. */
export async function benchTemplate(): Promise<Row[]> {
  return [ternaryRow(), await casesRow()];
}

function ternaryRow(): Row {
  const user = { firstname: 'Ana', middlename: null, lastname: "O'Brien" };
  const bindings = createBindings({ user });
  const template = compileTemplate('${user.middlename == null ? user.firstname : user.lastname}');
  const ours = perSecond(() => template.render(bindings, environment).length);
  const plain = perSecond(() => `${user.middlename == null ? user.firstname : user.lastname}`.length);
  return {
    what: 'a ternary with three property reads, compiled once',
    value: Math.round(ours),
    unit: 'evaluations a second',
    ratio: round(plain / ours),
    comparedWith: 'the same in plain JavaScript',
    goal: 'at least 200,000 a second',
  };
}

/** Runs a warm-up, then measures; the sum keeps the work from being dropped. */
function perSecond(work: () => number): number {
  let sum = 0;
  for (let i = 0; i < rounds / 10; i++) sum += work();
  const start = performance.now();
  for (let i = 0; i < rounds; i++) sum += work();
  const seconds = (performance.now() - start) / 1000;
  return sum > 0 ? rounds / seconds : 0;
}

async function casesRow(): Promise<Row> {
  const file = new URL('test/connector/template/cases/visible.json', root);
  const text = await readFile(file, 'utf8');
  const parseTime = timeOf(() => JSON.parse(text));
  const cases = JSON.parse(text);
  const time = timeOf(() => evaluateCases(cases, environment));
  return {
    what: `${cases.length} cases, compiled and evaluated once`,
    value: Math.round(time),
    unit: 'ms',
    ratio: round(time / parseTime),
    comparedWith: 'reading the file with JSON.parse',
    goal: 'under 2000 ms',
  };
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
