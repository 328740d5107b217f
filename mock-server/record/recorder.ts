import type { Fixture } from '../fixture/index.js';
import { listen } from '../listen.js';
import { brokenRequestAnswer } from '../rest/broken-request.js';
import type { Credentials } from '../tenant/credentials.js';
import { systemEntropy } from '../tenant/entropy.js';
import { composeFixture } from './compose-fixture.js';
import { crawl } from './crawl.js';
import { recordingProxy } from './proxy.js';
import { Recording } from './recording.js';
import { type Target, targetAt } from './target.js';

/** How a tenant is recorded. */
export interface RecordOptions {
  /** The tenant's base URL. */
  readonly target: string;
  /** The same seed and answers make the same fixture. Whoever has it can test guesses; by default it is random and forgotten. */
  readonly seed?: string | undefined;
  /** Leave names and descriptions of user groups as they are (false). */
  readonly keepGroupNames?: boolean | undefined;
  /** How long the target may be silent, in milliseconds (30 000). */
  readonly timeoutMs?: number | undefined;
}

export interface RecorderOptions extends RecordOptions {
  /** With them, users, groups, members and projects are read before anybody else calls. */
  readonly credentials?: Credentials | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined;
  /** `127.0.0.1` by default. */
  readonly host?: string | undefined;
  /** Told why a call could not be passed on. */
  readonly onFailure?: ((why: string) => void) | undefined;
}

/** A proxy in front of a tenant. */
export interface Recorder {
  /** Stands for the base URL of the tenant. */
  readonly url: string;
  /** How many answers have passed, the recorder's own included. */
  readonly seen: number;
  /** What was recorded so far. */
  fixture(): Promise<Fixture>;
  /** Let running requests end, and take no more. */
  stop(): Promise<void>;
}

/**
 * Read a tenant and give its fixture. Rejects with `SetupError`: `target-invalid`, `target-unreachable`, `credentials-refused` or
 * `target-refuses`.
 */
export async function recordOnce(
  options: RecordOptions & { readonly credentials: Credentials },
): Promise<Fixture> {
  const { target, recording } = begin(options);
  await crawl(target, options.credentials, recording);
  return compose(options, target, recording);
}

/** Start a proxy that records. Rejects as `recordOnce` does, and as `startSimulator` does for the port. */
export async function openRecorder(options: RecorderOptions): Promise<Recorder> {
  const { credentials, port = 0, host = '127.0.0.1', onFailure = () => undefined } = options;
  const { target, recording } = begin(options);
  if (credentials === undefined) await target.call('/rest/v1/', { method: 'GET', headers: {} });
  else await crawl(target, credentials, recording);
  const onCall = recording.note.bind(recording);
  const handler = recordingProxy({ target, timeoutMs: timeoutOf(options), onCall, onFailure });
  const listening = await listen(handler, {
    host,
    port,
    certificate: undefined,
    onClientError: brokenRequestAnswer({}),
  });
  return {
    url: listening.origin,
    get seen() {
      return recording.seen;
    },
    fixture: () => compose(options, target, recording),
    stop: listening.close,
  };
}

const timeoutOf = ({ timeoutMs = 30_000 }: RecordOptions): number => timeoutMs;

const begin = (options: RecordOptions): { target: Target; recording: Recording } => ({
  target: targetAt(options.target, timeoutOf(options)),
  recording: new Recording(),
});

function compose(options: RecordOptions, { hosts }: Target, recording: Recording): Promise<Fixture> {
  const { seed = systemEntropy.letters(32), keepGroupNames = false } = options;
  return composeFixture(recording, { seed, hosts, keepGroupNames, source: 'a recorded tenant' });
}
