import { type At, below, ConnectorFailure } from '../failure.js';
import type { JsonValue } from '../json.js';
import { type ConnectorProblem, problem } from '../problem.js';
import type { DraftStep, Run } from '../run.js';
import { type Bindings, createBindings } from '../template/index.js';
import type { RequestTrace, ResponseTrace, TraceStep } from '../trace.js';
import { blamedFor } from './blame.js';
import { type Unmet, unmet } from './conditions.js';
import { type ParsedBody, parseBody } from './json-body.js';
import type { Call } from './read-call.js';
import { refusal } from './refusal.js';
import { type Rendered, renderCall } from './render-call.js';
import type { HttpRequest, HttpResponse } from './send.js';
import { sendPatiently } from './send-patiently.js';
import type { Session } from './session.js';
import type { Target } from './target.js';
import { isFull, requestTrace, responseTrace, tracedBody, unreachable } from './tracing.js';

/** The answer to a call. `body` is undefined when there is none or it is not JSON. */
export interface Answer extends HttpResponse {
  readonly url: string;
  readonly body: JsonValue | undefined;
  readonly kind: ParsedBody['kind'];
  readonly step: DraftStep;
  /** Why the call did not succeed by its conditions. */
  readonly problem?: ConnectorProblem;
}

/** What a call is made with. */
export interface Performing {
  readonly run: Run;
  readonly target: Target;
  /** What its templates may name, besides `access_token`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Bindings that live longer than the call: what a template does to them, a later one sees. */
  readonly bindings?: Bindings;
  /** Takes the place of the call's url (next page). */
  readonly url?: string;
  /** Is added to the query (page parameters). */
  readonly query?: string;
}

interface Attempt {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  readonly body: ParsedBody;
  readonly step: Pick<TraceStep, 'document' | 'pointer' | 'templates'> & {
    readonly request: RequestTrace;
    readonly response: ResponseTrace;
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function bindingsFor(given: Performing, token: string, cookies: string | undefined): Bindings {
  return (given.bindings ?? createBindings({})).bindLater({
    ...given.values,
    access_token: token,
    ...(cookies !== undefined && { cookies }),
  });
}

async function rendered(
  call: Call,
  given: Performing,
  token: string,
  cookies: string | undefined,
): Promise<Rendered> {
  const { run, target } = given;
  return renderCall(call, {
    bindings: bindingsFor(given, token, cookies),
    environment: target.environment,
    redactor: target.redactor,
    run,
    target: {
      ...(given.url !== undefined && { url: given.url }),
      ...(given.query !== undefined && { query: given.query }),
    },
  });
}

/** The request with the cookies of its session, unless it has its own. */
function withCookies(request: HttpRequest, cookies: string): HttpRequest {
  const own = Object.keys(request.headers).some((name) => name.toLowerCase() === 'cookie');
  return own ? request : { ...request, headers: { ...request.headers, Cookie: cookies } };
}

function unsuccessful(
  call: Call,
  answer: { request: RequestTrace; response: HttpResponse; shown: string; unmet: Unmet },
  session: Session,
): ConnectorProblem {
  const { request, response, shown, unmet } = answer;
  const message = `${request.method} ${request.url} answered ${response.status} (${unmet.why}): ${shown.slice(0, 300)}`;
  if (response.status === 401) {
    return problem({
      code: 'token-not-refreshed',
      message,
      remedy: 'Add 401 to retryFailureStatusCode of the authentication; without it no new token is fetched.',
      ...below(session.authentication.at, 'retryFailureStatusCode'),
    });
  }
  const done = response.status >= 200 && response.status <= 299;
  const blamed = blamedFor(request, response);
  return problem({
    code: 'call-unsuccessful',
    message,
    remedy: done
      ? 'The target did what it was asked: mend the condition, or the request if it asked for something else.'
      : 'Read the answer; mend the request, or successResponses if this answer is a success.',
    ...(blamed === undefined ? call.at : below(call.http, blamed)),
    ...(done && unmet.pointer !== undefined && { pointer: unmet.pointer }),
  });
}

function verdict(
  call: Call,
  session: Session,
  run: Run,
  given: { request: RequestTrace; response: HttpResponse; body: ParsedBody; shown: string },
): ConnectorProblem | undefined {
  const { request, response, body } = given;
  if (REDIRECTS.has(response.status)) {
    return problem({
      code: 'redirect-not-followed',
      message: `${request.url} redirects to ${response.headers.location ?? 'nowhere'} (${response.status}).`,
      remedy: 'Put the final address into the connector JSON; credentials are not carried over redirects.',
      ...call.at,
    });
  }
  const answered = { status: response.status, body: body.kind === 'json' ? body.value : undefined };
  const missed = unmet(call.conditions, answered, run);
  if (missed !== undefined) return unsuccessful(call, { ...given, unmet: missed }, session);
  if (body.kind === 'broken' && /json/i.test(response.headers['content-type'] ?? ''))
    return notJson(call.at, given);
  return undefined;
}

/** Basic has no token to refresh; the others try as often as maxRefreshTryCount says. */
function refreshesSpent(session: Session, tries: number, run: Run): boolean {
  const { type, maxRefreshTries } = session.authentication;
  return type.toLowerCase() === 'basic' || tries >= (maxRefreshTries ?? run.choose('refreshTries'));
}

function refusedOutcome(spent: ConnectorProblem | undefined): Pick<TraceStep, 'outcome' | 'problem'> {
  return spent === undefined ? { outcome: 'refused' } : { outcome: 'failed', problem: spent };
}

/** The problem of an answer that should be JSON and is not. */
export function notJson(
  at: At,
  given: { request: RequestTrace | undefined; shown: string },
): ConnectorProblem {
  return problem({
    code: 'response-not-json',
    message: `${given.request?.method} ${given.request?.url} answered something that is not JSON: ${given.shown.slice(0, 200)}`,
    remedy: 'Check the address; a proxy, a login page or a cut connection often answers in place of the API.',
    ...at,
  });
}

/** One attempt: rendered, sent, answered. @throws ConnectorFailure when a template or the connection failed */
async function attempt(call: Call, given: Performing, session: Session, token: string): Promise<Attempt> {
  const { run, target } = given;
  const cookies = session.cookies();
  const { templates, request: built, failure } = await rendered(call, given, token, cookies);
  const request = cookies === undefined || built === undefined ? built : withCookies(built, cookies);
  const step = { document: call.at.document, pointer: call.at.pointer };
  if (request === undefined) {
    if (failure === undefined) throw new Error('a call was neither rendered nor refused');
    run.record({ ...step, templates: templates(), outcome: 'failed', problem: failure.problem });
    throw failure;
  }
  await target.pace(session);
  const response = await sendPatiently(target.addressed(request), session, run, target);
  if (!('code' in response)) {
    const limit = response.status < 300 ? tracedBody(run.steps.length) : tracedBody(0);
    const sent = requestTrace(target.shown(request), target.redactor, limit);
    const got = responseTrace(response, target.redactor, limit);
    return {
      request,
      response,
      body: parseBody(response.text),
      step: { ...step, templates: isFull(limit) ? templates() : [], request: sent, response: got },
    };
  }
  const sent = requestTrace(target.shown(request), target.redactor);
  const found = unreachable(response, call.at, sent.url);
  run.record({ ...step, templates: templates(), request: sent, outcome: 'failed', problem: found });
  throw new ConnectorFailure(found);
}

/**
 * Makes a call: renders it, sends it, refreshes the token when the target refuses it, and checks the conditions.
 * A call that does not succeed is an answer with a `problem`.
 * @throws ConnectorFailure when there is no answer: a template, the connection or the authentication failed
 */
export async function perform(call: Call, given: Performing): Promise<Answer> {
  const { run, target } = given;
  const session = target.session(call.connection, call.at);
  for (let tries = 0; ; tries += 1) {
    const token = await session.accessToken(run);
    const { request, response, body, step } = await attempt(call, given, session, token);
    if (session.refuses(run, response, body)) {
      const spent = refreshesSpent(session, tries, run)
        ? refusal(call, { request, shown: step.request, response, token, tries }, session)
        : undefined;
      run.record({ ...step, ...refusedOutcome(spent) });
      if (spent !== undefined) throw new ConnectorFailure(spent);
      await session.refresh(run, token);
      continue;
    }
    const shown = step.response.body;
    const found = verdict(call, session, run, { request: step.request, response, body, shown });
    const problems = found === undefined ? {} : { problem: found };
    const outcome = found === undefined ? 'ok' : 'failed';
    return {
      ...response,
      url: request.url,
      body: body.kind === 'json' ? body.value : undefined,
      kind: body.kind,
      step: run.record({ ...step, outcome, ...problems }),
      ...problems,
    };
  }
}
