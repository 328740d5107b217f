import type { LicenceType, User } from '../model.js';
import type { Names } from './names.js';

/** The user to whom the API credentials belong. */
export const OWNER_ID = 101;

/** Licences as they are spread over active users. */
const LICENCE_MIX: readonly LicenceType[] = [
  'NAMED',
  'NAMED',
  'STAKEHOLDER',
  'NAMED',
  'FLOATING',
  'NAMED',
  'RESERVED_REVIEWER',
  'NAMED',
  'TEST_RUNNER',
  'NAMED_REVIEWER',
  'FLOATING',
  'RESERVED_COLLABORATOR',
];

const owner: User = {
  id: OWNER_ID,
  username: 'api.service',
  firstName: 'API',
  lastName: 'Service',
  email: 'api.service@example.com',
  phone: '',
  title: '',
  location: '',
  licenseType: 'NAMED',
  active: true,
};

/** `count` users in order of id. One in thirteen is inactive; ids have gaps; optional fields may be empty or unset. */
export function seedUsers(names: Names, count: number): User[] {
  const users = [owner];
  const taken = new Set([owner.username]);
  for (let position = 1; position < count; position += 1) {
    const previous = users.at(-1) ?? owner;
    const user = seedUser(names, position, previous.id + names.number(1, 3), taken);
    users.push(user);
  }
  return users;
}

function seedUser(names: Names, position: number, id: number, taken: Set<string>): User {
  const { firstName, lastName, login } = names.person();
  const free = freeLogin(login, taken);
  const email = `${free}@example.${position % 5 === 0 ? 'org' : 'com'}`;
  const active = position % 13 !== 7;
  return {
    id,
    username: position % 3 === 0 ? email : free,
    firstName,
    lastName,
    email,
    phone: optional(names, () => names.phone()),
    title: optional(names, () => names.jobTitle()),
    location: optional(names, () => names.city()),
    licenseType: active ? (LICENCE_MIX[position % LICENCE_MIX.length] ?? 'NAMED') : 'INACTIVE',
    active,
  };
}

function freeLogin(login: string, taken: Set<string>): string {
  let free = login;
  for (let copy = 2; taken.has(free); copy += 1) free = `${login}${copy}`;
  taken.add(free);
  return free;
}

/** One in twelve is unset, one in four is empty. */
function optional(names: Names, value: () => string): string | null {
  const chance = names.number(1, 12);
  if (chance === 1) return null;
  return chance <= 4 ? '' : value();
}
