import { ConnectorFailure } from '../failure.js';
import { documentProblem } from '../import/import-document.js';
import { isObject, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
import { problem } from '../problem.js';
import { problemOf } from '../run.js';
import { perform } from './perform.js';
import { readCall } from './read-call.js';
function texts(test, ...keys) {
    return keys.flatMap((key) => [test[key] ?? []].flat().flatMap((one) => columnText(one) ?? []));
}
function textAt(path, answer) {
    if (path === undefined || path === '')
        return answer.text;
    return columnText(compilePath(path).read(answer.body)) ?? '';
}
/** What testConnectionParams say about an answer; undefined when it is good. */
function testVerdict(test, answer) {
    const errors = texts(test, 'errors');
    const errorText = textAt(textOf(test.errorPath), answer);
    const error = errors.find((one) => errorText.includes(one));
    if (error !== undefined)
        return `the answer names the error ${error}`;
    const wanted = texts(test, 'successResponse', 'successResponses');
    const found = textAt(textOf(test.successResponsePath), answer);
    if (wanted.length > 0 && !wanted.some((one) => found.includes(one))) {
        return `the answer names none of ${wanted.join(', ')}`;
    }
    return undefined;
}
async function byParams(authentication, test, run, target) {
    const at = { ...authentication.at, pointer: pointerTo(authentication.at.pointer, 'testConnectionParams') };
    const call = readCall({
        at,
        http: objectOf(test.http),
        httpKey: 'http',
        call: {},
        connection: authentication.name,
        templates: 'with-braces',
    });
    const answer = await perform(call, { run, target, values: {} });
    const why = answer.problem?.message ?? testVerdict(test, answer);
    if (why === undefined) {
        return {
            name: authentication.name,
            ok: true,
            how: `${answer.step.request?.method} ${answer.step.request?.url}`,
        };
    }
    throw new ConnectorFailure(answer.problem ??
        problem({
            code: 'test-connection-failed',
            message: `The test call answered ${answer.status}, but ${why}.`,
            remedy: 'Check testConnectionParams: successResponse, successResponsePath, errors and errorPath.',
            ...at,
        }));
}
async function byToken(authentication, run, target) {
    const session = target.session(authentication.name, authentication.at);
    const token = await session.accessToken(run);
    if (authentication.type.toLowerCase() === 'basic') {
        return { name: authentication.name, ok: true, how: 'nothing to try: Basic without testConnectionParams' };
    }
    await session.refresh(run, token);
    return { name: authentication.name, ok: true, how: 'a token was fetched' };
}
/**
 * Save & Test Connection: each authentication by its testConnectionParams, or by fetching a token.
 * Source: connector handbook (documented).
 */
export async function testConnection(document, run, target) {
    const unusable = documentProblem(document);
    if (unusable !== undefined) {
        return {
            ...run.end(unusable.code === 'json-invalid' ? 'failed' : 'not-possible', [unusable]),
            authentications: [],
        };
    }
    const problems = [];
    const authentications = [];
    for (const authentication of target.authentications) {
        try {
            const test = authentication.test;
            const tested = isObject(test?.http)
                ? byParams(authentication, test, run, target)
                : byToken(authentication, run, target);
            authentications.push(await tested);
        }
        catch (error) {
            const found = problemOf(error, authentication.at);
            problems.push(found);
            authentications.push({ name: authentication.name, ok: false, how: found.message });
        }
    }
    if (authentications.length === 0) {
        problems.push(problem({
            code: 'authentication-missing',
            message: 'ConnectionJSON has no authentications.',
            remedy: 'Write { "authentications": { "acctAuth": { ... } } }.',
            document: document.name,
            pointer: '',
        }));
    }
    return { ...run.end(problems.length === 0 ? 'ok' : 'failed', problems), authentications };
}
