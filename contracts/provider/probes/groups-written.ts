import { wordsOf } from '../../../mock-server/index.js';
import { type Answer, type Fields, fieldsOf, inWords } from '../answer.js';
import { NOBODY } from '../guard.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged } from '../verdict.js';

type Question = Pick<Probe, 'rule' | 'asks' | 'judge'>;

const create = (jama: Jama, body: Fields): Promise<Answer> =>
  jama.ask({ method: 'POST', path: '/usergroups', body });
const remove = (jama: Jama, path: string): Promise<Answer> => jama.ask({ method: 'DELETE', path });
const add = (jama: Jama, group: number, user: number): Promise<Answer> =>
  jama.ask({ method: 'POST', path: `/usergroups/${group}/users`, body: { user } });

/** Questions about groups that this run creates, in an order in which each finds what it needs. */
const questions: readonly Question[] = [
  {
    rule: 'caller-rights',
    asks: 'a new user and a new group',
    async judge(jama) {
      await jama.records.user();
      await jama.records.group();
      return confirmed();
    },
  },
  {
    rule: 'created-answer',
    asks: 'the answer to the creation of a group',
    async judge(jama) {
      const { answer } = await jama.records.group();
      const { location, id } = answer.meta;
      const holds =
        answer.status === 201 &&
        answer.headers.get('location') === location &&
        String(location).endsWith(`/usergroups/${String(id)}`) &&
        fieldsOf(answer.json).data === undefined;
      return judged(holds, `${answer.status} with meta of ${Object.keys(answer.meta).join(', ')}`);
    },
  },
  {
    rule: 'usergroup-description',
    asks: 'a new group without a description',
    async judge(jama) {
      const { id, answer } = await jama.records.group();
      const { status } = await jama.get(`/usergroups/${id}`);
      return judged(answer.status === 201 && status === 200, inWords(answer));
    },
  },
  {
    rule: 'usergroup-name-taken',
    asks: 'a new group with a name that is taken',
    async judge(jama) {
      const { body } = await jama.records.group();
      return jama.refusal(await create(jama, body), 'usergroup-name-taken', { name: String(body.name) });
    },
  },
  {
    rule: 'usergroup-merge',
    asks: 'a new group after a change of the description alone',
    async judge(jama) {
      const { id, body } = await jama.records.group();
      const change = { description: 'of a verification' };
      const answer = await jama.ask({ method: 'PUT', path: `/usergroups/${id}`, body: change });
      const { data } = await jama.get(`/usergroups/${id}`);
      return judged(
        answer.status === 200 && data.name === body.name && data.description === change.description,
        `${inWords(answer)}, then ${data.name === body.name ? 'the old description' : 'another name'}`,
      );
    },
  },
  {
    rule: 'reference-not-found',
    asks: 'a member who is no user, and a group of no project',
    async judge(jama) {
      const { id } = await jama.records.group();
      const user = await add(jama, id, NOBODY);
      const project = await create(jama, { name: jama.records.groupName('no-project'), project: NOBODY });
      const statusOf = (code: 'user-not-found' | 'project-not-found') => wordsOf(jama.overrides, code).status;
      return judged(
        user.status === statusOf('user-not-found') && project.status === statusOf('project-not-found'),
        `${inWords(user)} for the user, ${inWords(project)} for the project`,
      );
    },
  },
  {
    rule: 'member-not-found',
    asks: 'a user taken out of a group that the user is not in',
    async judge(jama) {
      const [groupId, userId] = await ids(jama);
      const answer = await remove(jama, `/usergroups/${groupId}/users/${userId}`);
      return jama.refusal(answer, 'member-not-found', { userId, groupId });
    },
  },
  {
    rule: 'member-added-answer',
    asks: 'a new user put into a new group',
    async judge(jama) {
      const [groupId, userId] = await ids(jama);
      const answer = await add(jama, groupId, userId);
      const { location, id } = answer.meta;
      return judged(
        answer.status === 201 &&
          id === userId &&
          String(location).endsWith(`/usergroups/${groupId}/users/${userId}`),
        `${answer.status} with id ${id === userId ? 'of the user' : String(id)} and location ${String(location)}`,
      );
    },
  },
  {
    rule: 'member-added-twice',
    asks: 'the same user put into the same group again',
    async judge(jama) {
      const [groupId, userId] = await ids(jama);
      await add(jama, groupId, userId);
      return jama.refusal(await add(jama, groupId, userId), 'already-member', { userId, groupId });
    },
  },
  {
    rule: 'members-inactive',
    asks: 'the members of a group after one of them was made inactive',
    async judge(jama) {
      const [groupId, userId] = await ids(jama);
      await add(jama, groupId, userId);
      await jama.ask({ method: 'PUT', path: `/users/${userId}/active`, body: { active: false } });
      const { records } = await jama.get(`/usergroups/${groupId}/users`);
      const member = records.find(({ id }) => id === userId);
      await jama.ask({ method: 'PUT', path: `/users/${userId}/active`, body: { active: true } });
      if (member === undefined) return contradicted('a list of members without the inactive one');
      return judged(member.active === false, `the member with active ${String(member.active)}`);
    },
  },
  {
    rule: 'usergroup-delete',
    asks: 'DELETE of a group with a member',
    async judge(jama) {
      const [, userId] = await ids(jama);
      const { meta } = await create(jama, { name: jama.records.groupName('deleted') });
      const group = Number(meta.id);
      await add(jama, group, userId);
      const answer = await remove(jama, `/usergroups/${group}`);
      const { status } = await jama.get(`/usergroups/${group}`);
      return judged(
        answer.status < 300 && status === 404,
        `${inWords(answer)}, then ${status} for the group`,
      );
    },
  },
  {
    rule: 'deleted-answer',
    asks: 'DELETE of a new group',
    async judge(jama) {
      const { meta } = await create(jama, { name: jama.records.groupName('gone') });
      const answer = await remove(jama, `/usergroups/${Number(meta.id)}`);
      return judged(answer.status === 204 && answer.text === '', inWords(answer));
    },
  },
];

/** The new group and the new user. */
async function ids(jama: Jama): Promise<readonly [number, number]> {
  return [(await jama.records.group()).id, (await jama.records.user()).id];
}

export const GROUP_WRITE_PROBES: readonly Probe[] = questions.map((one) => ({ ...one, writes: true }));
