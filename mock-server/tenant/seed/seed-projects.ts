import type { Project } from '../model.js';
import type { Names } from './names.js';
import { OWNER_ID } from './seed-users.js';

const FIRST_ID = 11;
/** 1 March 2021, 08:00 UTC; later projects are days younger. */
const FIRST_DAY = 1_614_585_600_000;
const DAY = 86_400_000;

/** `count` projects in order of id. From three on, the first is a folder that holds the others. */
export function seedProjects(names: Names, count: number): Project[] {
  const folder = count >= 3 ? FIRST_ID : null;
  return Array.from({ length: count }, (_, position) => {
    const id = FIRST_ID + position * 3;
    const isFolder = id === folder;
    const createdDate = FIRST_DAY + position * DAY;
    return {
      id,
      projectKey: isFolder ? null : `SIM${position}`,
      parent: isFolder ? null : folder,
      isFolder,
      createdDate,
      modifiedDate: createdDate + names.number(0, 400) * DAY,
      createdBy: OWNER_ID,
      modifiedBy: OWNER_ID,
      name: isFolder ? 'Products' : names.productName(),
      description: position % 2 === 0 ? '' : names.sentence(),
    };
  });
}
