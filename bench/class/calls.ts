import { type Client, clientOf } from './ask.js';
import type { Trainee } from './server.js';

/** What one trainee's connector calls, in turns: of 20 calls 10 pages of users, 4 of groups, 3 of members, 2 changes and a new user. */
export interface Caller {
  call(): Promise<void>;
  close(): void;
}

interface Page {
  readonly data: readonly { readonly id: number }[];
}

/** A connector with a token of the trainee's tenant; `first` is the turn that it begins with, since no two are at the same one. */
export async function callerOf(
  { url, name, clientId, clientSecret }: Trainee,
  origin: string,
  first: number,
): Promise<Caller> {
  const base = `/${name}/rest`;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const answer = await fetch(`${origin}${base}/oauth/token?grant_type=client_credentials`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
  });
  if (!answer.ok) throw new Error(`${url} gave no token: ${answer.status}`);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const client = clientOf(origin, token);
  const users = await idsOf(client, `${base}/v1/users?maxResults=50`);
  const groups = await idsOf(client, `${base}/v1/usergroups?maxResults=50`);
  let turn = first;

  return {
    async call() {
      const at = turn;
      turn += 1;
      const kind = at % 20;
      const [user, group] = [users[at % users.length] ?? 0, groups[at % groups.length] ?? 0];
      if (kind === 19) await client.ask('POST', `${base}/v1/users`, newUser(`${name}.${at}`));
      else if (kind === 6 || kind === 13)
        await client.ask('PUT', `${base}/v1/users/${user}`, { phone: String(at) });
      else if (kind % 6 === 3) await client.ask('GET', `${base}/v1/usergroups/${group}/users?maxResults=50`);
      else if (kind % 5 === 1) await client.ask('GET', `${base}/v1/usergroups?maxResults=50`);
      else
        await client.ask(
          'GET',
          `${base}/v1/users?includeInactive=true&startAt=${(at % 3) * 50}&maxResults=50`,
        );
    },
    close: client.close,
  };
}

async function idsOf(client: Client, path: string): Promise<number[]> {
  return (JSON.parse(await client.ask('GET', path)) as Page).data.map(({ id }) => id);
}

const newUser = (username: string): object => ({
  username,
  password: 'a password of the bench',
  firstName: 'New',
  lastName: 'User',
  email: `${username}@class.example`,
  licenseType: 'NAMED',
});
