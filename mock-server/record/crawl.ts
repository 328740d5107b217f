import { setTimeout as pause } from 'node:timers/promises';
import type { Credentials } from '../tenant/credentials.js';
import { SetupError } from '../tenant/errors.js';
import type { HttpAnswer } from './http-call.js';
import type { Recording } from './recording.js';
import { answerOf, objectOf, type SeenCall, TOKEN_PATH } from './seen-call.js';
import type { Target } from './target.js';

const FORM = 'application/x-www-form-urlencoded';
const LARGEST_PAGE = 50;
const PATIENCE = 20;

/**
 * Reads users, user groups, their members and projects of a tenant page by page, and nothing else. Rejects with `SetupError`:
 * `target-unreachable`, `credentials-refused` or `target-refuses`.
 */
export async function crawl(target: Target, credentials: Credentials, recording: Recording): Promise<void> {
  let authorization = await signIn(target, credentials, recording);
  const read = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
    for (let attempt = 0; ; attempt += 1) {
      const call = await send(target, recording, { method: 'GET', path, authorization });
      if (call.status < 300) return objectOf(answerOf(call));
      if (attempt < PATIENCE && call.status === 429) await pause(call.retryMs);
      else if (attempt === 0 && call.status === 401)
        authorization = await signIn(target, credentials, recording);
      else throw refuses(path, call.status);
    }
  };
  const readAll = async (path: string): Promise<void> => {
    const seen = new Set<unknown>();
    for (let startAt = 0, total = 1; startAt < total; ) {
      const page = await read(
        `${path}${path.includes('?') ? '&' : '?'}startAt=${startAt}&maxResults=${LARGEST_PAGE}`,
      );
      const ids = [page.data].flat().map((record) => objectOf(record).id);
      // A tenant that does not page answers the same records again.
      if (ids.every((id) => seen.has(id))) return;
      for (const id of ids) seen.add(id);
      startAt += ids.length;
      const { totalResults } = objectOf(objectOf(page.meta).pageInfo);
      total = typeof totalResults === 'number' ? totalResults : startAt + 1;
    }
  };

  await read('/rest/v1/users/current');
  await readAll('/rest/v1/users?includeInactive=true');
  await readAll('/rest/v1/usergroups');
  await readAll('/rest/v1/projects');
  for (const { id } of recording.beginning.records('usergroups'))
    await readAll(`/rest/v1/usergroups/${id}/users`);
}

/** The header that a call is made with: of a token, or of a tenant without OAuth that of username and password. */
async function signIn(
  target: Target,
  { clientId, clientSecret }: Credentials,
  recording: Recording,
): Promise<string> {
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const asked = await send(target, recording, {
    method: 'POST',
    path: TOKEN_PATH,
    authorization: basic,
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = objectOf(answerOf(asked));
  if (asked.status === 200 && typeof token === 'string') return `Bearer ${token}`;
  const tried = await send(target, recording, {
    method: 'GET',
    path: '/rest/v1/users/current',
    authorization: basic,
  });
  if (tried.status === 200) return basic;
  throw new SetupError(
    'credentials-refused',
    `The tenant refuses these credentials: ${asked.status} for a token, ${tried.status} for HTTP Basic.`,
    'Give the client id and secret of API credentials, or a username and its password where OAuth is off.',
  );
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body?: string;
}

async function send(
  target: Target,
  recording: Recording,
  { method, path: pathAndQuery, authorization, body = '' }: Sent,
): Promise<SeenCall & { readonly retryMs: number }> {
  const contentType = body === '' ? undefined : FORM;
  const answer = await target.call(pathAndQuery, {
    method,
    headers: { authorization, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    body,
  });
  const [path = '', search] = pathAndQuery.split('?');
  const call: SeenCall = {
    method,
    path,
    search: search === undefined ? '' : `?${search}`,
    authorization,
    contentType,
    requestBody: body,
    status: answer.status,
    answerType: answer.headers['content-type'] ?? '',
    answerBody: answer.body,
    cookies: cookiesOf(answer),
  };
  recording.note(call);
  return { ...call, retryMs: retryMs(answer) };
}

/** The values of the cookies that an answer sets. */
export const cookiesOf = ({ headers }: Pick<HttpAnswer, 'headers'>): string[] =>
  (headers['set-cookie'] ?? []).map((one) => one.split(';', 1)[0]?.split('=').slice(1).join('=') ?? '');

function retryMs({ headers }: HttpAnswer): number {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(60, Math.max(0, seconds)) * 1000 : 500;
}

const refuses = (path: string, status: number): SetupError =>
  new SetupError(
    'target-refuses',
    `The tenant answers ${status} to GET ${path.replace(/\?.*/, '')}.`,
    'The owner of the credentials must be allowed to read all users and groups. Nothing was written.',
  );
