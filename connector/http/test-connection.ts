import { below, ConnectorFailure } from '../failure.js';
import { documentProblem } from '../import/import-document.js';
import { isObject, type JsonObject, objectOf, pointerTo, textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
import type { TestOutcome } from '../outcome.js';
import type { ConnectorDocument } from '../package/document.js';
import { type ConnectorProblem, problem } from '../problem.js';
import { problemOf, type Run } from '../run.js';
import type { Authentication } from './authentication.js';
import { type Answer, perform } from './perform.js';
import { readCall } from './read-call.js';
import type { Target } from './target.js';

type Result = TestOutcome['authentications'][number];

function texts(test: JsonObject, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) => [test[key] ?? []].flat().flatMap((one) => columnText(one) ?? []));
}

function textAt(path: string | undefined, answer: Answer): string {
  if (path === undefined || path === '') return answer.text;
  return columnText(compilePath(path).read(answer.body)) ?? '';
}

/** What testConnectionParams say against an answer, and the key that says it; undefined when it is good. */
function testVerdict(test: JsonObject, answer: Answer): { why: string; key: string } | undefined {
  const errors = texts(test, 'errors');
  const errorText = textAt(textOf(test.errorPath), answer);
  const error = errors.find((one) => errorText.includes(one));
  if (error !== undefined) return { why: `the answer names the error ${error}`, key: 'errors' };
  const wanted = texts(test, 'successResponse', 'successResponses');
  const path = textOf(test.successResponsePath);
  const found = textAt(path, answer);
  if (wanted.length === 0 || wanted.some((one) => found.includes(one))) return undefined;
  if (found === '') return { why: `it has nothing at ${path}`, key: 'successResponsePath' };
  const key = test.successResponses === undefined ? 'successResponse' : 'successResponses';
  return { why: `the answer names none of ${wanted.join(', ')}`, key };
}

/** A test has conditions of its own, which are texts: of a refusal only the status and the answer say anything. */
function withoutConditions(found: ConnectorProblem, { step, status }: Answer): ConnectorProblem {
  const { request, response } = step;
  if (found.code !== 'call-unsuccessful' || !request || !response) return found;
  return {
    ...found,
    message: `The test call ${request.method} ${request.url} answered ${status}: ${response.body.slice(0, 300)}`,
    remedy: 'Mend the request of the test: it must be one that the target answers with a success.',
  };
}

async function byParams(
  authentication: Authentication,
  test: JsonObject,
  run: Run,
  target: Target,
): Promise<Result> {
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
  const verdict = answer.problem === undefined ? testVerdict(test, answer) : undefined;
  if (answer.problem === undefined && verdict === undefined) {
    return {
      name: authentication.name,
      ok: true,
      how: `${answer.step.request?.method} ${answer.step.request?.url}`,
    };
  }
  throw new ConnectorFailure(
    (answer.problem && withoutConditions(answer.problem, answer)) ??
      problem({
        code: 'test-connection-failed',
        message: `The test call answered ${answer.status}, but ${verdict?.why}.`,
        remedy: 'Check testConnectionParams: successResponse, successResponsePath, errors and errorPath.',
        ...below(at, verdict?.key ?? 'http'),
      }),
  );
}

async function byToken(authentication: Authentication, run: Run, target: Target): Promise<Result> {
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
export async function testConnection(
  document: ConnectorDocument,
  run: Run,
  target: Target,
): Promise<TestOutcome> {
  const unusable = documentProblem(document);
  if (unusable !== undefined) {
    return {
      ...run.end(unusable.code === 'json-invalid' ? 'failed' : 'not-possible', [unusable]),
      authentications: [],
    };
  }
  const problems: ConnectorProblem[] = [];
  const authentications: Result[] = [];
  for (const authentication of target.authentications) {
    try {
      const test = authentication.test;
      const tested = isObject(test?.http)
        ? byParams(authentication, test, run, target)
        : byToken(authentication, run, target);
      authentications.push(await tested);
    } catch (error) {
      const found = problemOf(error, authentication.at);
      problems.push(found);
      authentications.push({ name: authentication.name, ok: false, how: found.message });
    }
  }
  if (authentications.length === 0) {
    problems.push(
      problem({
        code: 'authentication-missing',
        message: 'ConnectionJSON has no authentications.',
        remedy: 'Write { "authentications": { "acctAuth": { ... } } }.',
        document: document.name,
        pointer: '/authentications',
      }),
    );
  }
  return { ...run.end(problems.length === 0 ? 'ok' : 'failed', problems), authentications };
}
