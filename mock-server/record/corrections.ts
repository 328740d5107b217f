import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fixture } from '../fixture/index.js';
import type { Overrides } from '../overrides/index.js';
import { basicCredentials, bearerToken } from '../rest/authorization.js';
import { MESSAGES, OAUTH_MESSAGES } from '../rest/messages.js';
import { createSimulatorApp, type SimulatorApp } from '../simulator.js';
import { httpCall } from './http-call.js';
import { answerOf, objectOf, type SeenCall, TOKEN_PATH } from './seen-call.js';

/** What the simulator would have refused a call with: a code of its messages, and what fills its placeholders. */
export interface Refusal {
  readonly code: string;
  readonly detail: ReadonlyMap<string, string>;
}

/** What the recording knows of who signed in. */
export interface SignIns {
  readonly tokens: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
}

const TIMEOUT = 10_000;
const [BETWEEN, IS] = ['\u0001', '\u0002'];

/**
 * Finds what each refusal of the recorded tenant corresponds to, by asking a simulated tenant with the same records the same things
 * in the same order.
 * @param fixture the tenant as it was, with its own names; it stays in memory
 */
export async function refusalsOf(
  fixture: Fixture,
  calls: readonly SeenCall[],
  signIns: SignIns,
): Promise<ReadonlyMap<SeenCall, Refusal>> {
  const app = createSimulatorApp({ fixture, overrides: NAMED });
  const server = createServer(app.handler);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const found = new Map<SeenCall, Refusal>();
  try {
    for (const call of calls) {
      const refusal = ofItsStatus(call, signIns, app) ?? (await ofSimulator(origin, call, signIns, app));
      if (refusal !== undefined && call.status >= 400 && call.status < 500) found.set(call, refusal);
    }
  } finally {
    await new Promise((closed) => server.close(closed));
  }
  return found;
}

/** Refusals that a simulated tenant would not repeat, because they follow from settings of the recorded one. */
function ofItsStatus(call: SeenCall, { tokens }: SignIns, { tenant }: SimulatorApp): Refusal | undefined {
  const { username, licenseType } = tenant.owner;
  const owner = new Map([
    ['username', username],
    ['licenseType', licenseType],
  ]);
  if (call.status === 429) return { code: 'too-many-calls', detail: new Map() };
  if (call.path === TOKEN_PATH) return undefined;
  if (call.status === 403) return { code: 'caller-refused', detail: owner };
  const bearer = bearerToken(call.authorization);
  if (call.status !== 401 || bearer === undefined || !tokens.has(bearer)) return undefined;
  const { message } = objectOf(objectOf(answerOf(call)).meta);
  return { code: /licen[cs]e/i.test(String(message)) ? 'licence-refused' : 'token-expired', detail: owner };
}

/** Overrides that make every refusal tell its code and details. */
const NAMED: Overrides = {
  messages: Object.fromEntries(
    Object.entries(MESSAGES).map(([code, { message, hint = '' }]) => [
      code,
      { message: named(code, message + hint) },
    ]),
  ),
  tokenMessages: Object.fromEntries(
    Object.entries(OAUTH_MESSAGES).map(([code, { description = '', hint }]) => [
      code,
      { description: named(code, description + hint) },
    ]),
  ),
};

function named(code: string, words: string): string {
  const names = [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}${IS}{${name}}`);
  return [code, ...names].join(BETWEEN);
}

async function ofSimulator(
  origin: string,
  call: SeenCall,
  signIns: SignIns,
  app: SimulatorApp,
): Promise<Refusal | undefined> {
  const { method, path, search, contentType, requestBody } = call;
  const authorization = await authorizationFor(call, signIns, app);
  const answer = await httpCall(new URL(`${origin}/jama${path}${search}`), {
    method,
    timeoutMs: TIMEOUT,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      'content-length': String(Buffer.byteLength(requestBody)),
    },
    body: requestBody,
  });
  if (answer.status < 400 || answer.body.length === 0) return undefined;
  const json = objectOf(JSON.parse(answer.body.toString('utf8')));
  const [code = '', ...detail] = String(objectOf(json.meta).message ?? json.error_description).split(BETWEEN);
  return { code, detail: new Map(detail.map((one) => one.split(IS) as [string, string])) };
}

/** Who was accepted there is accepted here, and who was not is not. */
async function authorizationFor(
  { authorization, path, status }: SeenCall,
  { clients }: SignIns,
  { credentials, tenant }: SimulatorApp,
): Promise<string | undefined> {
  if (authorization === undefined) return undefined;
  if (path === TOKEN_PATH) {
    const { clientId, clientSecret } = credentials;
    const isKnown = clients.has(authorization) && basicCredentials(authorization) !== undefined;
    return isKnown ? `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` : authorization;
  }
  if (status === 401) return authorization;
  return `Bearer ${(await tenant.tokens.issue(credentials, tenant.owner.username)).accessToken}`;
}
