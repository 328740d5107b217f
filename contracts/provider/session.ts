import { createResponseValidator, type ObservedResponse } from '../openapi/index.js';
import { type Answer, answerOf, fieldsOf } from './answer.js';
import { guard, type Made } from './guard.js';
import type { Secrets } from './secrets.js';

/** A request as a probe words it; `path` is below the tenant's base. */
export interface Ask {
  readonly method?: string;
  readonly path: string;
  /** Sent as it is if it is text, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Not held against the OpenAPI document, which does not describe it. */
  readonly undescribed?: true;
}

/** An answer that differs from the OpenAPI document. */
export interface OpenApiDifference {
  readonly request: string;
  readonly status: number;
  readonly differences: readonly string[];
}

export interface SessionOptions {
  readonly target: string;
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly allowWrites: boolean;
  readonly secrets: Secrets;
  /** Statuses that the ledger, as it is corrected, has beside those of the OpenAPI document. */
  readonly moreStatuses: ReadonlySet<number>;
}

/** The line to a Jama. What goes over it is counted, kept, and held against the OpenAPI document. */
export interface Session {
  send(ask: Ask): Promise<Answer>;
  /** Requests so far, each with its status. */
  readonly log: string[];
  readonly openApi: readonly OpenApiDifference[];
  readonly described: number;
  /** Answers with 429. */
  readonly refused: readonly Answer[];
  /** Whether an answer said that a simulator gave it. */
  readonly simulated: boolean;
  readonly made: Made;
}

const patience = 8;
const pauseMs = 1100;

/** The target did not answer at all. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Opens the line. A call that is answered with 429 is sent again after a pause. `send` rejects with `NoAnswer`. */
export function openSession(options: SessionOptions): Session {
  const { fetch: send, sleep, secrets } = options;
  const base = options.target.replace(/\/+$/, '');
  const differencesOf = createResponseValidator({ moreStatuses: options.moreStatuses });
  const log: string[] = [];
  const seen = new Map<string, OpenApiDifference>();
  const refused: Answer[] = [];
  const made = { users: new Set<number>(), usergroups: new Set<number>() };
  let described = 0;
  let simulated = false;

  function validate(answer: Answer, observed: ObservedResponse): void {
    described += 1;
    const differences = [...new Set(differencesOf(observed).map((one) => secrets.redact(oneOfAList(one))))];
    if (differences.length === 0) return;
    const key = `${observed.method} ${observed.status} ${differences.join()}`;
    if (!seen.has(key)) seen.set(key, { request: answer.request, status: answer.status, differences });
  }

  function keepTrack(method: string, path: string, answer: Answer): void {
    const [, gone] = /^\/rest\/v1\/usergroups\/(\d+)$/.exec(path) ?? [];
    if (method === 'DELETE' && answer.status < 300) made.usergroups.delete(Number(gone));
    if (method !== 'POST') return;
    const [, resource] = /^\/rest\/(?:v1|latest)\/(users|usergroups)$/.exec(path) ?? [];
    if (resource === undefined || answer.status >= 300) return;
    const [, inLocation] = /\/(\d+)$/.exec(answer.headers.get('location') ?? '') ?? [];
    const id = Number(answer.meta.id ?? fieldsOf(answer.data).id ?? inLocation);
    if (Number.isInteger(id)) made[resource as keyof typeof made].add(id);
  }

  async function exchange(url: string, init: RequestInit): Promise<readonly [Response, string]> {
    try {
      const response = await send(url, init);
      return [response, await response.text()];
    } catch (error) {
      const { message, cause } = error as Error;
      throw new NoAnswer(secrets.redact(cause instanceof Error ? cause.message : message), { cause: error });
    }
  }

  async function once({ method = 'GET', path, body, headers = {}, undescribed }: Ask): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const [response, received] = await exchange(base + path, {
      method,
      headers: {
        ...(body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
      redirect: 'manual',
    });
    response.headers.forEach((_, name) => {
      simulated ||= name.startsWith('x-jama-sim-');
    });
    const request = shortened(secrets.redact([`${method} ${path}`, text ?? ''].join('  ').trimEnd()));
    const answer = answerOf(request, response.status, response.headers, received);
    const [pathOnly = path] = path.split('?');
    keepTrack(method, pathOnly, answer);
    log.push(`${request}  -> ${response.status}`);
    if (undescribed !== true) {
      // What is no JSON is quoted in the difference.
      const quotable = answer.json === undefined ? secrets.redact(received) : received;
      const contentType = response.headers.get('content-type') ?? undefined;
      validate(answer, { method, path: pathOnly, status: response.status, contentType, body: quotable });
    }
    return answer;
  }

  return {
    log,
    refused,
    made,
    get openApi() {
      return [...seen.values()];
    },
    get described() {
      return described;
    },
    get simulated() {
      return simulated;
    },
    async send(ask) {
      const { method = 'GET', path, body } = ask;
      guard(options.allowWrites, made, { method, path, body });
      for (let left = patience; ; left -= 1) {
        const answer = await once(ask);
        if (answer.status !== 429) return answer;
        refused.push(answer);
        if (left === 0) return answer;
        await sleep(pauseMs);
      }
    },
  };
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}...` : text);

/** A difference in a record of a list, said once for all of them. */
function oneOfAList(difference: string): string {
  return difference.replaceAll(/\/(\d+)(?=\/|\s)/g, '/*');
}
