import pc from 'picocolors';
import type { Simulator } from '../../mock-server/index.js';
import { readManifest } from '../manifest.js';
import { type ClassAddress, isReachable } from './address.js';
import type { Trainee } from './class-members.js';
import type { ClassSecrets } from './secrets.js';

export interface ClassFacts {
  readonly overview: string;
  readonly address: ClassAddress;
  readonly trainees: readonly Trainee[];
  /** What the trainer shows the class with. */
  readonly own: Trainee;
  readonly secrets: ClassSecrets['from'];
  readonly data: string | undefined;
  readonly handOut: string | undefined;
  readonly host: string;
  /** Milliseconds from the start of the process until everybody could come. */
  readonly readyMs: number;
  readonly color: boolean;
}

/** What `class` prints: the trainer's link, what holds for all, and a line for each trainee. */
export function classBanner({ tenant }: Simulator, facts: ClassFacts): string {
  const { bold, dim } = pc.createColors(facts.color);
  const { trainees, own, handOut } = facts;
  const size = `${tenant.users.list().length} users, ${tenant.usergroups.list().length} groups, ${tenant.projects.list().length} projects`;
  return [
    `jama-sim ${readManifest().version}   class of ${trainees.length} ready in ${Math.round(facts.readyMs)} ms`,
    '',
    `  overview       ${bold(facts.overview)}`,
    '                 for the trainer alone: it opens everything',
    `  address        ${addressWords(facts)}`,
    `  your tenant    ${own.url}   client id ${own.clientId}   secret ${own.clientSecret}`,
    `  each tenant    ${size}`,
    `  secrets        ${secretWords(facts)}`,
    ...(handOut === undefined ? [] : [`  hand-out       ${handOut}`]),
    '',
    ...columns(trainees).map((line, at) => (at === 0 ? dim(line) : line)),
    '',
    dim('  Ctrl-C stops it.'),
    '',
  ].join('\n');
}

function addressWords({ address, host }: ClassFacts): string {
  const { origin, from, network, others } = address;
  if (from === 'given') return `${origin}, as --public-url says`;
  if (from === 'no network') return 'no network was found; --public-url http://ADDRESS:PORT puts one in';
  if (from === 'network') {
    const more = others.length === 0 ? '' : `; others are ${others.join(', ')}`;
    return `${new URL(origin).hostname} is this machine on ${network}${more} (--public-url puts another one in)`;
  }
  if (isReachable(host)) return `${new URL(origin).host}, as --host says`;
  return 'only this machine reaches it; --host 0.0.0.0 opens it to the network';
}

function secretWords({ secrets, data }: ClassFacts): string {
  return {
    'admin token': 'follow from the admin token: the same with each start',
    folder: `kept in ${data}: the same with each start`,
    seed: 'follow from the seed, since only this machine reaches them',
    nothing: 'new with each start; --data or --admin-token keeps them',
  }[secrets];
}

const HEAD: Trainee = {
  name: 'trainee',
  url: 'base URL',
  clientId: 'client id',
  clientSecret: 'secret',
  console: 'console',
};

function columns(trainees: readonly Trainee[]): string[] {
  const all = [HEAD, ...trainees];
  const width = (key: keyof Trainee) => Math.max(...all.map((one) => one[key].length));
  const keys = ['name', 'url', 'clientId', 'clientSecret'] as const;
  return all.map((one) => `  ${keys.map((key) => one[key].padEnd(width(key))).join('   ')}   ${one.console}`);
}
