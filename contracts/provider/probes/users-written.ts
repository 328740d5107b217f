import { type Answer, type Fields, inWords } from '../answer.js';
import { basic, type Jama } from '../jama.js';
import type { Probe } from '../probe.js';
import { confirmed, contradicted, judged, notTestable, type Verdict } from '../verdict.js';

type Question = Pick<Probe, 'rule' | 'asks' | 'judge'>;

const put = (jama: Jama, path: string, body: Fields): Promise<Answer> =>
  jama.ask({ method: 'PUT', path, body });
const setActive = async (jama: Jama, id: number, active: boolean): Promise<Answer> =>
  put(jama, `/users/${id}/active`, { active });
const userOf = async (jama: Jama, id: number): Promise<Fields> => (await jama.get(`/users/${id}`)).data;
const found = async (jama: Jama, username: unknown, query: string): Promise<boolean> =>
  (await jama.get(`/users?username=${encodeURIComponent(String(username))}${query}`)).records.length === 1;

/** Questions about users that this run creates; the user is active before and after each. */
const questions: readonly Question[] = [
  {
    rule: 'user-created-active',
    asks: 'a new user',
    async judge(jama) {
      const { id } = await jama.records.user();
      const user = await userOf(jama, id);
      return judged(user.active === true, `a new user with active ${String(user.active)}`);
    },
  },
  {
    rule: 'null-left-out',
    asks: 'a new user without phone, title and location',
    async judge(jama) {
      const user = await userOf(jama, (await jama.records.user()).id);
      const there = ['phone', 'title', 'location'].filter((name) => name in user);
      return judged(there.length === 0, `the fields ${there.join(', ')}, which were not sent`);
    },
  },
  {
    rule: 'updated-answer',
    asks: 'a change of a new user',
    async judge(jama) {
      const { id } = await jama.records.user();
      const answer = await put(jama, `/users/${id}`, { title: 'Tester' });
      const members = Object.keys(answer.json ?? {}).join(', ');
      return judged(
        answer.status === 200 && members === 'meta',
        `${answer.status} with ${members || 'no JSON'}`,
      );
    },
  },
  {
    rule: 'user-merge',
    asks: 'a new user after a change of the title alone',
    async judge(jama) {
      const { id } = await jama.records.user();
      const before = await userOf(jama, id);
      await put(jama, `/users/${id}`, { title: 'Reviewer' });
      const user = await userOf(jama, id);
      const changed = ['username', 'firstName', 'lastName', 'email', 'licenseType'].filter(
        (name) => user[name] !== before[name],
      );
      if (user.title !== 'Reviewer') return contradicted('a title that did not change');
      return judged(changed.length === 0, `other values of ${changed.join(', ')}`);
    },
  },
  {
    rule: 'user-text-as-sent',
    asks: 'a title with blanks around it, and a phone that is no number',
    async judge(jama) {
      const { id } = await jama.records.user();
      const sent = { title: ' Tester ', phone: 'none yet' };
      const answer = await put(jama, `/users/${id}`, sent);
      const { title, phone } = await userOf(jama, id);
      return judged(
        title === sent.title && phone === sent.phone,
        `${inWords(answer)}, then title ${JSON.stringify(title)} and phone ${JSON.stringify(phone)}`,
      );
    },
  },
  {
    rule: 'user-email-shared',
    asks: 'a second user with the same email',
    async judge(jama) {
      await jama.records.user();
      const { answer } = await jama.records.user('second');
      return judged(answer.status === 201, inWords(answer));
    },
  },
  ...['as it is', 'in upper case'].map(
    (how): Question => ({
      rule: 'username-taken',
      asks: `a new user with a username that is taken, ${how}`,
      async judge(jama) {
        const { body } = await jama.records.user();
        const own = String(body.username);
        const username = how === 'as it is' ? own : own.toUpperCase();
        const answer = await jama.ask({ method: 'POST', path: '/users', body: { ...body, username } });
        return jama.refusal(answer, 'username-taken', { username });
      },
    }),
  ),
  {
    rule: 'licence-follows-active',
    asks: 'the licence of a new user who is made inactive and active again',
    async judge(jama) {
      const { id } = await jama.records.user();
      await setActive(jama, id, false);
      const { licenseType: without } = await userOf(jama, id);
      await setActive(jama, id, true);
      const { licenseType: again } = await userOf(jama, id);
      const expected = jama.overrides.tenant?.reactivatedLicence ?? 'FLOATING';
      if (without === 'INACTIVE' && again === expected) return confirmed();
      return contradicted(
        `${String(without)} while inactive, ${String(again)} afterwards`,
        typeof again === 'string' && without === 'INACTIVE'
          ? { tenant: { reactivatedLicence: again as 'FLOATING' } }
          : undefined,
      );
    },
  },
  {
    rule: 'active-unchanged',
    asks: 'active twice, for a new user who is active',
    async judge(jama) {
      const { id } = await jama.records.user();
      const before = await userOf(jama, id);
      const answer = await setActive(jama, id, true);
      const after = await userOf(jama, id);
      return judged(
        answer.status === 200 && JSON.stringify(after) === JSON.stringify(before),
        `${inWords(answer)}, licence ${String(before.licenseType)} before and ${String(after.licenseType)} after`,
      );
    },
  },
  {
    rule: 'licence-of-inactive-user',
    asks: 'a licence for a user who is inactive',
    judge: (jama) =>
      whileInactive(jama, async ({ id }) => {
        const answer = await put(jama, `/users/${id}`, { licenseType: 'FLOATING' });
        const { active, licenseType } = await userOf(jama, id);
        return judged(
          answer.status === 200 && active === false && licenseType === 'FLOATING',
          `${inWords(answer)}, then active ${String(active)} and licence ${String(licenseType)}`,
        );
      }),
  },
  {
    rule: 'users-active-only',
    asks: 'an inactive user, with and without includeInactive',
    judge: (jama) =>
      whileInactive(jama, async ({ body: { username } }) => {
        if (await found(jama, username, '')) return contradicted('an inactive user without includeInactive');
        return judged(
          await found(jama, username, '&includeInactive=true'),
          'no inactive user with includeInactive=true',
        );
      }),
  },
  {
    rule: 'boolean-case',
    asks: 'an inactive user, with includeInactive=True, TRUE, yes and false',
    judge: (jama) =>
      whileInactive(jama, async ({ body: { username } }) => {
        for (const [value, expected] of Object.entries({
          True: true,
          TRUE: true,
          yes: false,
          false: false,
        })) {
          if ((await found(jama, username, `&includeInactive=${value}`)) !== expected)
            return contradicted(`${expected ? 'no' : 'an'} inactive user with includeInactive=${value}`);
        }
        return confirmed();
      }),
  },
  {
    rule: 'user-never-deleted',
    asks: 'DELETE of a new user',
    async judge(jama) {
      const { id } = await jama.records.user();
      const answer = await jama.ask({ method: 'DELETE', path: `/users/${id}`, undescribed: true });
      const { status } = await jama.get(`/users/${id}`);
      return judged(
        answer.status >= 400 && status === 200,
        `${inWords(answer)}, then ${status} for the user`,
      );
    },
  },
  {
    rule: 'basic-authentication',
    asks: 'the calling user, with the username and password of a new user',
    async judge(jama) {
      const answer = await asNewUser(jama);
      return answer.status === 200
        ? confirmed({ tenant: { basic: true } })
        : notTestable('needs a tenant without single sign-on, and a licence that may use REST');
    },
  },
  {
    rule: 'password-on-update',
    asks: 'a password in a change of a new user',
    async judge(jama) {
      const { id, body } = await jama.records.user();
      const answer = await put(jama, `/users/${id}`, { password: `${String(body.password)}-other` });
      if (answer.status !== 200) return contradicted(inWords(answer));
      const { status } = await asNewUser(jama);
      return status === 200
        ? confirmed()
        : notTestable('it is accepted; whether it has an effect shows only where HTTP Basic is on');
    },
  },
];

async function asNewUser(jama: Jama): Promise<Answer> {
  const { body } = await jama.records.user();
  const client = { clientId: String(body.username), clientSecret: String(body.password) };
  return jama.askAs(basic(client), { path: '/users/current' });
}

/** Makes the new user inactive for the time of a question. */
async function whileInactive(
  jama: Jama,
  judge: (user: { readonly id: number; readonly body: Fields }) => Promise<Verdict>,
): Promise<Verdict> {
  const user = await jama.records.user();
  const answer = await setActive(jama, user.id, false);
  try {
    return answer.status === 200
      ? await judge(user)
      : notTestable(`the user stays active: ${inWords(answer)}`);
  } finally {
    await setActive(jama, user.id, true);
  }
}

export const USER_WRITE_PROBES: readonly Probe[] = questions.map((one) => ({ ...one, writes: true }));
