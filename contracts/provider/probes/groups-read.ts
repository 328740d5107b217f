import { type Fields, fieldsOf, totalOf } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable } from '../verdict.js';

const GROUPS = '/usergroups?maxResults=50';
const PROJECTS = '/projects?maxResults=50';
const groupFields = ['id', 'name', 'description', 'project', 'uid', 'type'];
const projectFields = [
  'id',
  'projectKey',
  'parent',
  'isFolder',
  'createdDate',
  'modifiedDate',
  'createdBy',
  'modifiedBy',
  'fields',
  'type',
];
const optional = new Set(['description', 'project', 'projectKey', 'parent']);
const noGroup = 'needs a user group that the caller sees';
const noProjectGroup = 'needs a project with a user group of its own';
const LARGEST_LIST = 1000;

/** User groups and projects as they are read. */
export const GROUP_READ_PROBES: readonly Probe[] = [
  {
    rule: 'usergroup-shape',
    asks: 'the fields of a page of user groups',
    async judge(jama) {
      const { records } = await jama.read(GROUPS);
      if (records.length === 0) return notTestable(noGroup);
      const older = groupFields.filter((name) => name !== 'uid');
      const isOld = jama.overrides.tenant?.extendedRecords === false;
      const known = isOld ? older : groupFields;
      const wrong = records.find((group) => !fits(group, known) || group.type !== 'usergroups');
      if (wrong !== undefined) {
        return contradicted(
          `a group with ${Object.keys(wrong).join(', ')}`,
          records.every((group) => fits(group, older)) ? { tenant: { extendedRecords: false } } : undefined,
        );
      }
      return judged(
        records.every(({ id, uid }) => isOld || uid === `g${id}`),
        'a group whose uid is not "g" and its id',
      );
    },
  },
  {
    rule: 'usergroup-kinds',
    asks: 'the project of each group on a page',
    async judge(jama) {
      const { records } = await jama.read(GROUPS);
      if (records.length === 0) return notTestable(noGroup);
      return judged(
        records.every(({ project }) => project === undefined || Number.isInteger(project)),
        'a group whose project is no id',
      );
    },
  },
  {
    rule: 'usergroup-project-filter',
    asks: 'the groups of one project',
    async judge(jama) {
      const found = await projectWithGroups(jama);
      if (found === undefined) return notTestable(noProjectGroup);
      return judged(
        found.groups.every(({ project }) => project === found.project),
        `groups of other projects among those of project ${found.project}`,
      );
    },
  },
  {
    rule: 'usergroups-all-listed',
    asks: 'whether the list of all groups has those of a project',
    async judge(jama) {
      const found = await projectWithGroups(jama);
      const total = totalOf(await jama.read(GROUPS));
      if (found === undefined) return notTestable(noProjectGroup);
      if (total > LARGEST_LIST) return notTestable(`needs a tenant with ${LARGEST_LIST} groups at most`);
      const listed = new Set((await everyRecord(jama, '/usergroups')).map(({ id }) => id));
      return judged(
        found.groups.every(({ id }) => listed.has(id)),
        `a list of all groups without those of project ${found.project}`,
      );
    },
  },
  {
    rule: 'filter-project',
    asks: "the users of one project, and the members of that project's groups",
    async judge(jama) {
      const found = await projectWithGroups(jama);
      if (found === undefined) return notTestable(noProjectGroup);
      const members = new Set<unknown>();
      for (const { id } of found.groups.slice(0, 20)) {
        const list = await jama.read(`/usergroups/${String(id)}/users?maxResults=50`);
        if (totalOf(list) > LARGEST_LIST)
          return notTestable(`needs a group with ${LARGEST_LIST} members at most`);
        for (const user of await everyRecord(jama, `/usergroups/${String(id)}/users`)) members.add(user.id);
      }
      if (found.groups.length > 20) return notTestable('needs a project with 20 groups at most');
      const users = await everyRecord(jama, `/users?includeInactive=true&project=${found.project}`);
      return judged(
        users.length === members.size && users.every(({ id }) => members.has(id)),
        `${users.length} users of project ${found.project}, whose groups have ${members.size} members`,
      );
    },
  },
  {
    rule: 'project-shape',
    asks: 'the fields of a page of projects',
    async judge(jama) {
      const { records } = await jama.read(PROJECTS);
      if (records.length === 0) return notTestable('needs a project that the caller sees');
      const wrong = records.find(
        (one) => !fits(one, projectFields) || fieldsOf(one.fields).name === undefined,
      );
      if (wrong !== undefined) return contradicted(`a project with ${Object.keys(wrong).join(', ')}`);
      const folder = records.find(
        ({ isFolder, projectKey }) => isFolder === true && projectKey !== undefined,
      );
      return folder === undefined ? confirmed() : contradicted('a folder with a projectKey');
    },
  },
];

function fits(record: Fields, known: readonly string[]): boolean {
  const names = Object.keys(record);
  return (
    names.every((name) => known.includes(name)) &&
    known.every((name) => optional.has(name) || names.includes(name))
  );
}

interface ProjectGroups {
  readonly project: number;
  readonly groups: readonly Fields[];
}

/** The first project that has groups, by the groups of the first page; the API gives no list of such projects. */
async function projectWithGroups(jama: Jama): Promise<ProjectGroups | undefined> {
  const { records } = await jama.read(GROUPS);
  const projects = (await jama.read(PROJECTS)).records.map(({ id }) => Number(id)).slice(0, 10);
  const known = records.flatMap(({ project }) => (typeof project === 'number' ? [project] : []));
  for (const project of [...new Set([...known, ...projects])]) {
    const groups = await jama.read(`${GROUPS}&project=${project}`);
    if (groups.records.length > 0) return { project, groups: groups.records };
  }
  return undefined;
}

/** Every record of a list, page by page. */
async function everyRecord(jama: Jama, path: string): Promise<readonly Fields[]> {
  const all: Fields[] = [];
  const join = path.includes('?') ? '&' : '?';
  for (let startAt = 0; ; startAt += 50) {
    const page = await jama.read(`${path}${join}maxResults=50${startAt === 0 ? '' : `&startAt=${startAt}`}`);
    all.push(...page.records);
    if (page.records.length === 0 || all.length >= totalOf(page) || all.length >= LARGEST_LIST) return all;
  }
}
