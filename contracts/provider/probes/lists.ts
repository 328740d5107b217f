import { type Answer, fieldsOf, inWords, totalOf } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable } from '../verdict.js';

const ALL = '/users?includeInactive=true&maxResults=50';
const CAP = 50;

const sizeOf = ({ meta, records }: Answer): string =>
  `${records.length} records, resultCount ${String(fieldsOf(meta.pageInfo).resultCount)}`;
const ids = ({ records }: Answer): number[] => records.map(({ id }) => Number(id));
const ascending = (list: readonly number[]): boolean =>
  list.every((id, i) => i === 0 || id > (list[i - 1] ?? id));

/** Pages and their order. */
export const LIST_PROBES: readonly Probe[] = [
  {
    rule: 'page-size',
    asks: 'users without maxResults, and with maxResults=100',
    async judge(jama) {
      const total = totalOf(await jama.read(ALL));
      const usual = await jama.get('/users?includeInactive=true');
      const large = await jama.get('/users?includeInactive=true&maxResults=100');
      const is = (answer: Answer, cap: number) => answer.records.length === Math.min(cap, total);
      if (!is(usual, 20)) return contradicted(`${sizeOf(usual)} of ${total} without maxResults`);
      if (!is(large, CAP)) return contradicted(`${sizeOf(large)} of ${total} with maxResults=100`);
      return total > CAP ? confirmed() : notTestable(`needs more than ${CAP} users; there are ${total}`);
    },
  },
  {
    rule: 'page-past-end',
    asks: 'users from a place past the end',
    async judge(jama) {
      const startAt = totalOf(await jama.read(ALL)) + 1000;
      const answer = await jama.get(`/users?includeInactive=true&startAt=${startAt}`);
      const { startIndex } = fieldsOf(answer.meta.pageInfo);
      return judged(
        answer.status === 200 && answer.records.length === 0 && startIndex === startAt,
        `${inWords(answer)}, ${answer.records.length} records, startIndex ${String(startIndex)} for startAt=${startAt}`,
      );
    },
  },
  {
    rule: 'list-order',
    asks: 'the ids on the first pages of users and groups',
    async judge(jama) {
      const first = await jama.read(ALL);
      const second = await jama.read(`${ALL}&startAt=${CAP}`);
      const groups = await jama.read('/usergroups?maxResults=50');
      const users = [...ids(first), ...ids(second)];
      if (users.length < 2) return notTestable('needs two users');
      return judged(
        ascending(users) && ascending(ids(groups)),
        'records that are not in ascending order of id',
      );
    },
  },
  {
    rule: 'totals-exact',
    asks: 'the first two pages of users, and the last one',
    async judge(jama) {
      const first = await jama.read(ALL);
      const second = await jama.read(`${ALL}&startAt=${CAP}`);
      const total = totalOf(first);
      if (!(total > CAP)) return notTestable(`needs more than ${CAP} users; there are ${total}`);
      const startAt = total - (total % CAP || CAP);
      const last = await jama.get(`${ALL}&startAt=${startAt}`);
      const full = (answer: Answer, at: number) =>
        answer.records.length === Math.min(CAP, totalOf(answer) - at);
      return judged(
        full(first, 0) && full(second, CAP) && full(last, startAt) && totalOf(last) >= total,
        `${[first, second, last].map(({ records }) => records.length).join(', ')} records on pages of a list of ${total}`,
      );
    },
  },
  {
    rule: 'include-unknown',
    asks: 'users with include=data.nosuch',
    async judge(jama) {
      const answer = await jama.get('/users?maxResults=1&include=data.nosuch');
      return judged(answer.status === 200, inWords(answer));
    },
  },
  {
    rule: 'links',
    asks: 'the links of a page of projects',
    async judge(jama) {
      const links = await linksOf(jama, '/projects?maxResults=50');
      const latest = await linksOf(jama, '/rest/latest/projects?maxResults=50');
      if (links.length === 0) return notTestable('needs a project that the caller sees');
      const fits = (version: string) => (link: readonly [string, string]) =>
        link[1].endsWith(`/{${link[0]}}`) && link[1].includes(`/rest/${version}/`);
      const wrong = [
        ...links.filter((one) => !fits('v1')(one)),
        ...latest.filter((one) => !fits('latest')(one)),
      ];
      return judged(wrong.length === 0, `the link ${wrong[0]?.join(' to ')}`);
    },
  },
  {
    rule: 'linked',
    asks: 'projects without include, and with include=data.createdBy',
    async judge(jama) {
      const plain = await jama.read('/projects?maxResults=50');
      if (plain.records.length === 0) return notTestable('needs a project that the caller sees');
      if (fieldsOf(plain.json).linked !== undefined) return contradicted('linked without include');
      const asked = await jama.get('/projects?maxResults=50&include=data.createdBy');
      const users = Object.entries(fieldsOf(fieldsOf(fieldsOf(asked.json).linked).users));
      return judged(
        users.length > 0 && users.every(([id, user]) => String(fieldsOf(user).id) === id),
        `${inWords(asked)}, linked users: ${users.length}`,
      );
    },
  },
];

/** The links of an answer: what they are of, and where they lead. */
async function linksOf(jama: Jama, path: string): Promise<readonly (readonly [string, string])[]> {
  const { links } = fieldsOf((await jama.read(path)).json);
  return Object.entries(fieldsOf(links)).map(([name, link]) => [name, String(fieldsOf(link).href)] as const);
}
