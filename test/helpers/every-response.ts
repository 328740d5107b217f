import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, expect } from '@jest/globals';
import type { ObservedResponse } from '../../contracts/openapi/index.js';

/** An answer that is to be judged: the whole path that was asked for, and whether the test gave it its status. */
interface Answer extends ObservedResponse {
  readonly isOverruled: boolean;
}

/**
 * Loaded before every test file: whatever a simulator in the test's own process answers for a tenant, to whoever asks, is compared
 * with the OpenAPI document, and a difference fails the test. Answers that a fault bent are wrong on purpose, and say so in a header.
 */
const STARTED = 'http.server.request.start';
const waiting: Answer[] = [];
const found: object[] = [];
const overruled = new Set<number>();
let differences: ((answer: Answer) => readonly object[]) | undefined;

subscribe(STARTED, watch);
afterEach(async () => {
  overruled.clear();
  if (waiting.length > 0) {
    differences ??= await loadJudge();
    found.push(...waiting.splice(0).flatMap(differences));
  }
  expect(found.splice(0)).toEqual([]);
}, 60_000);
afterAll(() => {
  unsubscribe(STARTED, watch);
});

/** The test overrides a text of the simulator so that it comes with this status, whatever the document says of the operation. */
export function expectOverruledStatus(status: number): void {
  overruled.add(status);
}

/** Most test files send nothing, and need not wait for the validator: it is loaded after the first test that does. */
async function loadJudge(): Promise<(answer: Answer) => readonly object[]> {
  const { belowContextPath, createResponseValidator } = await import('../../contracts/openapi/index.js');
  const problemsOf = createResponseValidator();
  return (answer) => {
    const problems = problemsOf({ ...answer, path: belowContextPath(answer.path) });
    if (problems.length === 0) return [];
    // Below a context path that is no tenant's there are no operations.
    const isBeside = answer.status === 404 || answer.isOverruled;
    return isBeside && problemsOf(answer).length === 0 ? [] : [{ ...answer, problems }];
  };
}

/** The simulator writes head and body of an answer in one go each: names and values in turns, and bytes as Latin-1. */
function watch(message: unknown): void {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const { writeHead, end } = response;
  // A router shortens the address while it works.
  const { method = '', url = '' } = request;
  let head: Headers | undefined;
  response.writeHead = (...args: unknown[]) => {
    const flat = args.at(-1);
    if (Array.isArray(flat)) head = new Headers(pairs(flat));
    return Reflect.apply(writeHead, response, args);
  };
  response.end = (...args: unknown[]) => {
    if (head?.has('jamafishtag') && !head.has('x-jama-sim-fault')) {
      keep({
        method,
        path: url.split('?')[0] ?? url,
        status: response.statusCode,
        contentType: head.get('content-type') ?? undefined,
        body: Buffer.from(String(args[0] ?? ''), 'latin1').toString('utf8'),
        isOverruled: overruled.has(response.statusCode),
      });
    }
    return Reflect.apply(end, response, args);
  };
}

function keep(answer: Answer): void {
  if (differences === undefined) waiting.push(answer);
  else found.push(...differences(answer));
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as [string, string]] : []));
}
