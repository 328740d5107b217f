import type { Answer, Fields } from './answer.js';
import { inWords } from './answer.js';
import type { Secrets } from './secrets.js';
import type { Ask } from './session.js';

/** A record that this run created. */
export interface MadeRecord {
  readonly id: number;
  /** What was sent. */
  readonly body: Fields;
  /** The answer to the creation. */
  readonly answer: Answer;
}

/** The users and groups of this run. Each is created when it is first wanted. */
export interface Records {
  /** Two users are made at most; the second has the email of the first. */
  user(which?: 'first' | 'second'): Promise<MadeRecord>;
  group(): Promise<MadeRecord>;
  /** What a new user is sent as, under a name that is not taken. */
  newUser(name: string): Fields;
  /** A name for a group that is not taken. */
  groupName(name: string): string;
}

/** A record that is needed for a question could not be created. */
export class NotMade extends Error {
  override readonly name = 'NotMade';
}

/** The licence of created users: floating ones are taken only while somebody is signed in. */
const LICENCE = 'FLOATING';

/** @param ask sends a request as the calling user */
export function createRecords(
  ask: (ask: Ask) => Promise<Answer>,
  {
    mark,
    password,
    secrets,
  }: { readonly mark: string; readonly password: string; readonly secrets: Secrets },
): Records {
  const made = new Map<string, Promise<MadeRecord>>();
  secrets.keep(password);

  const newUser = (name: string): Fields => ({
    username: `${mark}-${name}`,
    password,
    firstName: 'Verify',
    lastName: `${mark}-${name}`,
    email: `${mark}@example.invalid`,
    licenseType: LICENCE,
  });

  function once(path: '/users' | '/usergroups', body: Fields): Promise<MadeRecord> {
    const key = JSON.stringify(body);
    const record = made.get(key) ?? create(path, body);
    made.set(key, record);
    return record;
  }

  async function create(path: '/users' | '/usergroups', body: Fields): Promise<MadeRecord> {
    const answer = await ask({ method: 'POST', path, body });
    const id = Number(answer.meta.id);
    if (answer.status < 300 && Number.isInteger(id)) return { id, body, answer };
    throw new NotMade(`nothing could be created: POST ${path} answered ${inWords(answer)}`);
  }

  return {
    newUser,
    groupName: (name) => `${mark}-${name}`,
    user: (which = 'first') => once('/users', newUser(which)),
    group: () => once('/usergroups', { name: `${mark}-group` }),
  };
}
