import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, expect } from '@jest/globals';
import { belowContextPath, createResponseValidator } from '../../contracts/openapi/index.js';

/**
 * Loaded before every test file: whatever a simulator in the test's own process answers for a tenant, to whoever asks, is compared
 * with the OpenAPI document, and a difference fails the test. Answers that a fault bent are wrong on purpose, and say so in a header.
 */
const STARTED = 'http.server.request.start';
const problemsOf = createResponseValidator();
const found: object[] = [];
const overruled = new Set<number>();

subscribe(STARTED, watch);
afterEach(() => {
  overruled.clear();
  expect(found.splice(0)).toEqual([]);
});
afterAll(() => {
  unsubscribe(STARTED, watch);
});

/** The test overrides a text of the simulator so that it comes with this status, whatever the document says of the operation. */
export function expectOverruledStatus(status: number): void {
  overruled.add(status);
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
    if (head?.has('jamafishtag')) judge(`${method} ${url}`, response.statusCode, head, args[0]);
    return Reflect.apply(end, response, args);
  };
}

function judge(line: string, status: number, head: Headers, body: unknown): void {
  if (head.has('x-jama-sim-fault')) return;
  const [method = '', url = ''] = line.split(' ');
  const [path = ''] = url.split('?');
  const answer = {
    method,
    path: belowContextPath(path),
    status,
    contentType: head.get('content-type') ?? undefined,
    body: Buffer.from(String(body ?? ''), 'latin1').toString('utf8'),
  };
  const problems = problemsOf(answer);
  if (problems.length === 0) return;
  // Below a context path that is no tenant's there are no operations.
  const beside = problemsOf({ ...answer, path });
  if ((status === 404 || overruled.has(status)) && beside.length === 0) return;
  found.push({ url, ...answer, problems });
}

function pairs(flat: readonly string[]): [string, string][] {
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? ''] as [string, string]] : []));
}
