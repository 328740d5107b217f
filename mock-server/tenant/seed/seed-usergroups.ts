import type { Project, User, UserGroup } from '../model.js';
import type { Memberships } from '../usergroups.js';
import type { Names } from './names.js';
import { OWNER_ID } from './seed-users.js';

const FIRST_ID = 31;

/** Names of organization groups; the first is predefined in every Jama organization [documented]. */
const ORGANIZATION_GROUPS = [
  'Organization Admin',
  'Engineering',
  'Zulassung & Prüfung',
  'R&D "Skunk Works"',
  "Director's Office",
  'Qualité',
  'External Reviewers',
];
const PROJECT_GROUPS = ['Approvers', 'Authors', 'Reviewers', 'Testers'];

/** `count` groups in order of id: every third from the third on belongs to a project, if there is one. */
export function seedUserGroups(names: Names, count: number, projects: readonly Project[]): UserGroup[] {
  const homes = projects.filter((project) => !project.isFolder);
  return Array.from({ length: count }, (_, position) => {
    const home =
      position >= 2 && position % 3 === 2 ? homes[Math.floor(position / 3) % homes.length] : undefined;
    const inProject = Math.floor(position / 3);
    return {
      id: FIRST_ID + position * 2,
      name: home === undefined ? organizationName(position) : projectGroupName(inProject, homes.length),
      description: position % 4 === 3 ? null : position % 4 === 2 ? '' : names.sentence(),
      project: home?.id ?? null,
    };
  });
}

function organizationName(position: number): string {
  const at = position - Math.floor((position + 1) / 3);
  const name = ORGANIZATION_GROUPS[at % ORGANIZATION_GROUPS.length] ?? 'Team';
  const round = Math.floor(at / ORGANIZATION_GROUPS.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

function projectGroupName(position: number, projects: number): string {
  const at = Math.floor(position / projects);
  const name = PROJECT_GROUPS[at % PROJECT_GROUPS.length] ?? 'Team';
  const round = Math.floor(at / PROJECT_GROUPS.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Who is in which group: few administrators, one group larger than a page, an empty last group, small ones between. */
export function seedMemberships(
  names: Names,
  groups: readonly UserGroup[],
  users: readonly User[],
): Memberships {
  const ids = users.map((user) => user.id);
  const last = groups.length - 1;
  return groups.map(({ id }, position) => {
    if (position === 0) return [id, [OWNER_ID, ...names.some(ids.slice(1), 2)]];
    if (position === 1) return [id, names.some(ids, Math.max(51, Math.round(ids.length * 0.55)))];
    if (position === last) return [id, []];
    return [id, names.some(ids, Math.min(names.number(3, 20), ids.length))];
  });
}
