import type { FixtureRecord } from '../fixture/index.js';
import { answerOf, jsonOf, objectOf, type SeenCall } from './seen-call.js';

/** The resources that a fixture holds. */
type Kind = 'users' | 'usergroups' | 'projects';

const KINDS: readonly Kind[] = ['users', 'usergroups', 'projects'];
const PATH =
  /^\/rest\/(?:v1|latest)\/(users|usergroups|projects)(?:\/([^/]+))?(?:\/(users|active)(?:\/([^/]+))?)?\/?$/;

/**
 * The tenant as it was before the recording changed it: of every record and membership what was seen first counts, and what the
 * client made itself was not there.
 */
export class Beginning {
  readonly #records = new Map(KINDS.map((kind) => [kind, new Map<number, FixtureRecord>()]));
  readonly #made = new Map(KINDS.map((kind) => [kind, new Set<number>()]));
  readonly #members = new Map<number, Map<number, boolean>>();
  #owner: number | undefined;

  /** The user to whom the credentials belong, if the tenant was asked. */
  get owner(): number | undefined {
    return this.#owner;
  }

  /** The records of a kind in order of id. */
  records(kind: Kind): readonly FixtureRecord[] {
    return [...this.#of(kind).values()].sort((a, b) => a.id - b.id);
  }

  /** The ids of a group's members that were seen, in ascending order. */
  membersOf(usergroup: number): readonly number[] {
    const members = [...(this.#members.get(usergroup) ?? [])].filter(
      ([user, isMember]) => isMember && this.#of('users').has(user),
    );
    return members.map(([user]) => user).sort((a, b) => a - b);
  }

  note(call: SeenCall): void {
    const { method, path, status } = call;
    const [, kind, id, below, member] = PATH.exec(path) ?? [];
    if (kind === undefined || status < 200 || status > 299) return;
    if (method === 'GET') this.#noteRead(kind as Kind, { id, isMembers: below === 'users' }, answerOf(call));
    else if (method === 'POST') this.#noteMade(kind as Kind, id, call);
    else if (method === 'DELETE' && member !== undefined) this.#noteMember(Number(id), Number(member), true);
  }

  #noteRead(
    kind: Kind,
    { id, isMembers }: { id: string | undefined; isMembers: boolean },
    answer: unknown,
  ): void {
    const { data, linked } = objectOf(answer);
    const records = [data].flat().filter(isRecord);
    for (const record of records) this.#noteRecord(isMembers ? 'users' : kind, record);
    if (isMembers) for (const user of records) this.#noteMember(Number(id), user.id, true);
    if (kind === 'users' && id === 'current') this.#owner ??= records[0]?.id;
    for (const one of KINDS) {
      for (const record of Object.values(objectOf(objectOf(linked)[one])))
        if (isRecord(record)) this.#noteRecord(one, record);
    }
  }

  #noteMade(kind: Kind, usergroup: string | undefined, call: SeenCall): void {
    if (usergroup !== undefined) {
      const { user } = objectOf(jsonOf(call.requestBody));
      this.#noteMember(Number(usergroup), Number(user), false);
      return;
    }
    const { id } = objectOf(objectOf(answerOf(call)).meta);
    if (typeof id === 'number' && !this.#of(kind).has(id)) this.#made.get(kind)?.add(id);
  }

  #noteRecord(kind: Kind, record: FixtureRecord): void {
    const records = this.#of(kind);
    if (!records.has(record.id) && !this.#made.get(kind)?.has(record.id)) records.set(record.id, record);
  }

  #noteMember(usergroup: number, user: number, isMember: boolean): void {
    const members = this.#members.get(usergroup) ?? new Map<number, boolean>();
    if (!members.has(user)) members.set(user, isMember);
    this.#members.set(usergroup, members);
  }

  #of(kind: Kind): Map<number, FixtureRecord> {
    return this.#records.get(kind) ?? new Map();
  }
}

const isRecord = (value: unknown): value is FixtureRecord => Number.isSafeInteger(objectOf(value).id);
