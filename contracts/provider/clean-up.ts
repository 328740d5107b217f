import { inWords } from './answer.js';
import type { Jama } from './jama.js';
import type { CreatedRecords } from './report.js';
import { type Ask, NoAnswer } from './session.js';

/** Deletes the groups of this run and makes its users inactive, whatever became of the questions. */
export async function cleanUp(jama: Jama): Promise<CreatedRecords> {
  const { users, usergroups } = jama.session.made;
  const left: string[] = [];
  let [groupsDeleted, usersDeactivated] = [0, 0];

  async function done(what: string, ask: Ask): Promise<number> {
    try {
      const answer = await jama.ask(ask);
      if (answer.status < 300) return 1;
      left.push(`${what}: ${ask.method} ${ask.path} answered ${inWords(answer)}`);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      left.push(`${what}: ${error.message}`);
    }
    return 0;
  }

  for (const id of [...usergroups])
    groupsDeleted += await done(`user group ${id}`, { method: 'DELETE', path: `/usergroups/${id}` });
  for (const id of [...users]) {
    const path = `/users/${id}/active`;
    usersDeactivated += await done(`user ${id}`, { method: 'PUT', path, body: { active: false } });
  }
  return { groupsDeleted, usersDeactivated, left };
}
