import { ConnectorFailure } from '../failure.js';
import { problem } from '../problem.js';
import { createBindings } from '../template/index.js';
import { unmet } from './conditions.js';
import { parseBody } from './json-body.js';
import { renderCall } from './render-call.js';
import { sendPatiently } from './send-patiently.js';
import { isFull, requestTrace, responseTrace, tracedBody, unreachable } from './tracing.js';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
function bindingsFor(given, token, cookies) {
    const fresh = createBindings({
        ...given.values,
        access_token: token,
        ...(cookies !== undefined && { cookies }),
    });
    if (given.bindings === undefined)
        return fresh;
    for (const [name, value] of fresh.variables)
        given.bindings.variables.set(name, value);
    return given.bindings;
}
async function rendered(call, given, token, cookies) {
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
function withCookies(request, cookies) {
    const own = Object.keys(request.headers).some((name) => name.toLowerCase() === 'cookie');
    return own ? request : { ...request, headers: { ...request.headers, Cookie: cookies } };
}
function refusal(call, request, response, session) {
    return problem({
        code: 'authentication-refused',
        message: `${request.method} ${request.url} answered ${response.status} even with a fresh token.`,
        remedy: `Check what the client may do in the target, and how ${call.at.pointer} sends \${access_token}.`,
        document: session.authentication.at.document,
        pointer: session.authentication.at.pointer,
    });
}
function unsuccessful(call, answer, session) {
    const { request, response, shown, why } = answer;
    const at = response.status === 401 ? session.authentication.at : call.at;
    return problem({
        code: response.status === 401 ? 'token-not-refreshed' : 'call-unsuccessful',
        message: `${request.method} ${request.url} answered ${response.status} (${why}): ${shown.slice(0, 300)}`,
        remedy: response.status === 401
            ? 'Add 401 to retryFailureStatusCode of the authentication; without it no new token is fetched.'
            : 'Read the answer; mend the request, or successResponses if this answer is a success.',
        ...at,
    });
}
function verdict(call, session, run, given) {
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
    const why = unmet(call.conditions, answered, run);
    if (why !== undefined)
        return unsuccessful(call, { ...given, why }, session);
    if (body.kind === 'broken' && /json/i.test(response.headers['content-type'] ?? ''))
        return notJson(call.at, given);
    return undefined;
}
/** Basic has no token to refresh; the others try as often as maxRefreshTryCount says. */
function refreshesSpent(session, tries, run) {
    const { type, maxRefreshTries } = session.authentication;
    return type.toLowerCase() === 'basic' || tries >= (maxRefreshTries ?? run.choose('refreshTries'));
}
function refusedOutcome(spent) {
    return spent === undefined ? { outcome: 'refused' } : { outcome: 'failed', problem: spent };
}
/** The problem of an answer that should be JSON and is not. */
export function notJson(at, given) {
    return problem({
        code: 'response-not-json',
        message: `${given.request?.method} ${given.request?.url} answered something that is not JSON: ${given.shown.slice(0, 200)}`,
        remedy: 'Check the address; a proxy, a login page or a cut connection often answers in place of the API.',
        ...at,
    });
}
/** One attempt: rendered, sent, answered. @throws ConnectorFailure when a template or the connection failed */
async function attempt(call, given, session, token) {
    const { run, target } = given;
    const cookies = session.cookies();
    const { templates, request: built, failure } = await rendered(call, given, token, cookies);
    const request = cookies === undefined || built === undefined ? built : withCookies(built, cookies);
    const step = { document: call.at.document, pointer: call.at.pointer };
    if (request === undefined) {
        if (failure === undefined)
            throw new Error('a call was neither rendered nor refused');
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
export async function perform(call, given) {
    const { run, target } = given;
    const session = target.session(call.connection, call.at);
    for (let tries = 0;; tries += 1) {
        const token = await session.accessToken(run);
        const { request, response, body, step } = await attempt(call, given, session, token);
        if (session.refuses(run, response, body)) {
            const spent = refreshesSpent(session, tries, run)
                ? refusal(call, step.request, response, session)
                : undefined;
            run.record({ ...step, ...refusedOutcome(spent) });
            if (spent !== undefined)
                throw new ConnectorFailure(spent);
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
