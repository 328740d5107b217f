import { type Answer, type Fields, inWords, totalOf } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable, type Verdict } from '../verdict.js';

const order = [
  'id',
  'username',
  'firstName',
  'lastName',
  'email',
  'phone',
  'title',
  'location',
  'licenseType',
  'active',
  'uid',
  'customData',
  'type',
];
const optional = new Set(['phone', 'title', 'location']);
const since2025 = ['uid', 'customData'];
const without2025 = order.filter((name) => !since2025.includes(name));
const ACTIVE = '/users?maxResults=50';
const ALL = '/users?includeInactive=true&maxResults=50';

const has = (answer: Answer, { id }: Fields): boolean => answer.records.some((one) => one.id === id);
const search = (query: Readonly<Record<string, string>>): string =>
  `/users?includeInactive=true&${new URLSearchParams(query)}`;

/** Users as they are read. */
export const USER_READ_PROBES: readonly Probe[] = [
  {
    rule: 'user-shape',
    asks: 'the fields of the calling user',
    async judge(jama) {
      const { data } = await jama.read('/users/current');
      const names = Object.keys(data).filter((name) => name !== 'avatarUrl');
      const known = jama.overrides.tenant?.extendedRecords === false ? without2025 : order;
      const whole = known.filter((name) => names.includes(name) || !optional.has(name));
      if (names.join() === whole.join()) return confirmed();
      const older = whole.filter((name) => !since2025.includes(name));
      return contradicted(
        `the fields ${names.join(', ')}`,
        names.join() === older.join() ? { tenant: { extendedRecords: false } } : undefined,
      );
    },
  },
  {
    rule: 'null-left-out',
    asks: 'fields without a value in a page of users',
    async judge(jama) {
      const { records } = await jama.read(ALL);
      if (records.some((user) => Object.values(user).includes(null)))
        return contradicted('a field that is null');
      const leftOut = records.some((user) => [...optional].some((name) => user[name] === undefined));
      return leftOut ? confirmed() : notTestable('needs a user without phone, title or location');
    },
  },
  {
    rule: 'users-active-only',
    asks: 'the lists with and without includeInactive',
    async judge(jama) {
      const plain = await jama.read(ACTIVE);
      if (plain.records.some(({ active }) => active !== true))
        return contradicted('an inactive user in the plain list');
      return totalOf(await jama.read(ALL)) > totalOf(plain) ? confirmed() : notTestable(noInactive);
    },
  },
  {
    rule: 'boolean-case',
    asks: 'includeInactive=True, TRUE, yes and false',
    async judge(jama) {
      const [plain, all] = [totalOf(await jama.read(ACTIVE)), totalOf(await jama.read(ALL))];
      if (plain === all) return notTestable(noInactive);
      for (const [value, expected] of Object.entries({ True: all, TRUE: all, yes: plain, false: plain })) {
        const answer = await jama.get(`/users?includeInactive=${value}&maxResults=1`);
        if (totalOf(answer) !== expected)
          return contradicted(
            `${inWords(answer)}, ${totalOf(answer)} users for ${value}; ${plain} are active, ${all} there`,
          );
      }
      return confirmed();
    },
  },
  {
    rule: 'filter-match',
    asks: 'users by their username in another case, and by a part of it',
    judge: (jama) =>
      withSomeone(jama, async (user) => {
        const username = String(user.username);
        const otherCase =
          username === username.toUpperCase() ? username.toLowerCase() : username.toUpperCase();
        if (!has(await jama.get(search({ username: otherCase })), user))
          return contradicted('no user for the username in another case');
        const part = username.slice(0, -1);
        if (part === '') return confirmed();
        return judged(
          !has(await jama.get(search({ username: part })), user),
          'the user for a part of the username',
        );
      }),
  },
  {
    rule: 'filter-empty',
    asks: 'users with an empty filter',
    async judge(jama) {
      const answer = await jama.get('/users?includeInactive=true&maxResults=50&username=');
      const all = totalOf(await jama.read(ALL));
      return judged(totalOf(answer) === all, `${inWords(answer)}, ${totalOf(answer)} of ${all} users`);
    },
  },
  {
    rule: 'filters-combine',
    asks: 'users by two usernames, and by one username with the last name of another user',
    judge: (jama) =>
      withSomeone(jama, async (user, others) => {
        const other = others.find(({ lastName }) => lastName !== user.lastName);
        if (other === undefined) return notTestable('needs two users with different last names');
        const either = new URLSearchParams({ includeInactive: 'true' });
        for (const { username } of [user, other]) either.append('username', String(username));
        const both = await jama.get(`/users?${either}`);
        if (!has(both, user) || !has(both, other))
          return contradicted(`${inWords(both)}, ${both.records.length} users for two usernames`);
        const none = await jama.get(
          search({ username: String(user.username), lastName: String(other.lastName) }),
        );
        return judged(
          none.records.length === 0,
          `${none.records.length} users for filters that exclude each other`,
        );
      }),
  },
];

const noInactive = 'needs an inactive user';

/** Asks about the last user of the first page, who is seldom the caller. */
async function withSomeone(
  jama: Jama,
  judge: (user: Fields, others: readonly Fields[]) => Promise<Verdict>,
): Promise<Verdict> {
  const { records } = await jama.read(ALL);
  const user = records.at(-1);
  return user === undefined
    ? notTestable('needs a user that the caller sees')
    : judge(user, records.slice(0, -1));
}
