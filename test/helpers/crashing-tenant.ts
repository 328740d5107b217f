import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect } from '@jest/globals';

/** What one writer of a tenant under load believes about the part of the tenant that only it changes. */
interface Belief {
  readonly phone: string;
  readonly active: boolean;
  readonly member: boolean;
  /** The newest user that the writer has made. */
  readonly newest: string | undefined;
  /** Names of the groups that the writer has made and not deleted, by id. */
  readonly groups: ReadonlyMap<number, string>;
}

interface Writer {
  readonly userId: number;
  /** What was answered. */
  known: Belief;
  /** What it is if the request that was not answered was carried out all the same. */
  perhaps: ((belief: Belief) => Belief) | undefined;
  count: number;
}

/** When a process is killed: so many milliseconds after it was started or began to work, or after so many answered changes. */
export type Kill =
  | { readonly after: 'start' | 'work'; readonly ms: number }
  | { readonly after: 'changes'; readonly count: number };

export interface CrashingTenant {
  /** Changes that were answered so far. */
  readonly acknowledged: number;
  /** Processes that were killed before they served. */
  readonly killedEarly: number;
  /** Start a process on the data file, judge what it serves, let it work, and kill it. */
  round(kill: Kill): Promise<void>;
  /** Start a process once more, judge what it serves, and stop it in good order. */
  end(): Promise<void>;
}

const simulator = `file://${resolve(import.meta.dirname, '../../dist/mock-server/index.js')}`;
const GROUP = 53;
const WRITERS = 6;
const AUTHORIZATION = `Basic ${Buffer.from('api.service:crash').toString('base64')}`;

/** A tenant that is kept in a file by processes which are killed one after the other while many writers change it. */
export function crashingTenant(data: string): CrashingTenant {
  const writers: Writer[] = [];
  let acknowledged = 0;
  let killedEarly = 0;

  async function work(origin: string, writer: Writer, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      writer.count += 1;
      const { method, path, body, effect } = nextChange(writer);
      writer.perhaps = (belief) => effect(belief, undefined);
      const answer = await call(origin, method, path, body).catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status >= 300)
        throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.status}`);
      writer.known = effect(writer.known, answer.id);
      writer.perhaps = undefined;
      acknowledged += 1;
    }
  }

  async function judge(origin: string): Promise<void> {
    if (writers.length === 0) writers.push(...(await newWriters(origin)));
    // Changes nothing, and loads what the first change of a process loads.
    await call(origin, 'PUT', '/users/101/active', { active: true });
    const groups = await groupsOf(origin);
    const members = new Set(await memberIds(origin, GROUP));
    for (const writer of writers) {
      const possible = [writer.known, ...(writer.perhaps ? [writer.perhaps(writer.known)] : [])];
      const user = (await call(origin, 'GET', `/users/${writer.userId}`)).data as Record<string, unknown>;
      const mine = [...groups].filter(([, name]) => name.startsWith(`of ${writer.userId} `));
      const found: Belief = {
        phone: String(user.phone ?? ''),
        active: user.active === true,
        member: members.has(writer.userId),
        groups: new Map(mine),
        newest: await newestOf(origin, possible.map(({ newest }) => newest).reverse()),
      };
      expect(possible.map(comparable)).toContainEqual(comparable(found));
      writer.known = found;
      writer.perhaps = undefined;
    }
  }

  return {
    get acknowledged() {
      return acknowledged;
    },
    get killedEarly() {
      return killedEarly;
    },
    async round(moment) {
      const child = start(data);
      let over = false;
      const ended = new Promise<void>((gone) => child.once('exit', () => gone()));
      const killedAt = (enough: number): boolean => {
        if (acknowledged >= enough) kill();
        return over;
      };
      const kill = () => {
        over = true;
        child.kill('SIGKILL');
      };
      if (moment.after === 'start') setTimeout(kill, moment.ms);
      const origin = await originOf(child, () => over);
      if (origin === undefined) killedEarly += 1;
      else {
        const judged = await judge(origin).then(
          () => true,
          (error: unknown) => {
            if (over) return false;
            throw error;
          },
        );
        if (moment.after === 'work') setTimeout(kill, moment.ms);
        const enough = moment.after === 'changes' ? acknowledged + moment.count : Number.POSITIVE_INFINITY;
        if (judged)
          await Promise.all(writers.map((writer) => work(origin, writer, () => over || killedAt(enough))));
      }
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
    },
    async end() {
      const child = start(data);
      const ended = new Promise<number | null>((gone) => child.once('exit', gone));
      const origin = await originOf(child, () => false);
      if (origin !== undefined) await judge(origin);
      child.stdin?.end();
      expect(await ended).toBe(0);
    },
  };
}

interface Change {
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
  /** What the writer believes once this is done; `id` is that of the new record, if the answer came. */
  readonly effect: (belief: Belief, id: number | undefined) => Belief;
}

/** Changes of every kind in turns. */
function nextChange({ userId, known, count }: Writer): Change {
  const { active, member, groups } = known;
  const [oldest] = groups.keys();
  if (count % 31 === 0) {
    const username = `of-${userId}-${count}`;
    const body = {
      username,
      firstName: 'A',
      lastName: 'B',
      email: `${username}@example.com`,
      password: 'secret',
      licenseType: 'NAMED',
    };
    return { method: 'POST', path: '/users', body, effect: (belief) => ({ ...belief, newest: username }) };
  }
  if (count % 5 === 1) {
    const effect = (belief: Belief) => ({ ...belief, active: !active });
    return { method: 'PUT', path: `/users/${userId}/active`, body: { active: !active }, effect };
  }
  if (count % 5 === 2) {
    const effect = (belief: Belief) => ({ ...belief, member: !member });
    if (member)
      return { method: 'DELETE', path: `/usergroups/${GROUP}/users/${userId}`, body: undefined, effect };
    return { method: 'POST', path: `/usergroups/${GROUP}/users`, body: { user: userId }, effect };
  }
  if (count % 5 === 3 && oldest !== undefined && groups.size > 2) {
    const rest = new Map([...groups].filter(([id]) => id !== oldest));
    const effect = (belief: Belief) => ({ ...belief, groups: rest });
    return { method: 'DELETE', path: `/usergroups/${oldest}`, body: undefined, effect };
  }
  if (count % 5 === 3) {
    const name = `of ${userId} ${count}`;
    const effect = (belief: Belief, id = -count) => ({ ...belief, groups: new Map([...groups, [id, name]]) });
    return { method: 'POST', path: '/usergroups', body: { name }, effect };
  }
  const phone = String(count);
  return {
    method: 'PUT',
    path: `/users/${userId}`,
    body: { phone },
    effect: (belief) => ({ ...belief, phone }),
  };
}

/** Ids of groups whose making was not answered are not known. */
const comparable = ({ groups, ...rest }: Belief) => ({ ...rest, groups: [...groups.values()].sort() });

function start(data: string): ChildProcess {
  const program = `
    const { startSimulator } = await import(${JSON.stringify(simulator)});
    const simulator = await startSimulator({ data: ${JSON.stringify(data)}, profile: 'self-hosted', users: 60, clientSecret: 'crash' });
    process.stdin.resume().on('end', () => simulator.stop());
    console.log(simulator.url);`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** Where the process serves, or undefined if it was killed before. */
async function originOf(child: ChildProcess, isKilled: () => boolean): Promise<string | undefined> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    if (printed.endsWith('\n')) return printed.trim();
  }
  if (isKilled()) return undefined;
  throw new Error('The process ended before it served.');
}

async function call(origin: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${origin}/rest/v1${path}`, {
    method,
    headers: { authorization: AUTHORIZATION, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = text === '' ? {} : JSON.parse(text);
  return { status: answer.status, id: json.meta?.id as number | undefined, data: json.data as unknown };
}

async function all(origin: string, path: string): Promise<readonly Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  for (;;) {
    const { data } = await call(
      origin,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}maxResults=50&startAt=${records.length}`,
    );
    const page = data as Record<string, unknown>[];
    records.push(...page);
    if (page.length < 50) return records;
  }
}

async function newWriters(origin: string): Promise<Writer[]> {
  const users = (await all(origin, '/users')).slice(1, 1 + WRITERS);
  const members = await memberIds(origin, GROUP);
  return users.map(({ id, phone }) => ({
    userId: Number(id),
    known: {
      phone: String(phone ?? ''),
      active: true,
      member: members.includes(Number(id)),
      groups: new Map(),
      newest: undefined,
    },
    perhaps: undefined,
    count: 0,
  }));
}

async function groupsOf(origin: string): Promise<ReadonlyMap<number, string>> {
  return new Map((await all(origin, '/usergroups')).map(({ id, name }) => [Number(id), String(name)]));
}

async function memberIds(origin: string, group: number): Promise<number[]> {
  const members = await all(origin, `/usergroups/${group}/users?includeInactive=true`);
  return members.map(({ id }) => Number(id));
}

/** The first of the usernames that exists. */
async function newestOf(
  origin: string,
  usernames: readonly (string | undefined)[],
): Promise<string | undefined> {
  for (const username of usernames) {
    if (username === undefined) continue;
    const { data } = await call(origin, 'GET', `/users?username=${username}`);
    if ((data as unknown[]).length === 1) return username;
  }
  return undefined;
}
