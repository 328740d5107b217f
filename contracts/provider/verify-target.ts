import { evidenceOf, type Overrides } from '../../mock-server/index.js';
import { inWords } from './answer.js';
import { cleanUp } from './clean-up.js';
import { correctionOf, overridesOf } from './corrections.js';
import { type Client, type Jama, openJama } from './jama.js';
import type { Probe } from './probe.js';
import { NOT_ASKED, PROBES } from './probes/index.js';
import { NotMade } from './records.js';
import type { JudgedRule, SeenContradiction, Verification } from './report.js';
import { createSecrets } from './secrets.js';
import { NoAnswer, openSession, type Session } from './session.js';
import { notTestable, type Verdict } from './verdict.js';

export interface VerifyOptions {
  /** The tenant's base URL, such as `http://localhost:8080/jama`. */
  readonly target: string;
  readonly credentials: Client;
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Create users and groups of its own; without it nothing is changed. */
  readonly allowWrites?: boolean;
  /** Send many calls at once, to see the rate limit. */
  readonly burst?: boolean;
  /** The ledger as these corrections change it. */
  readonly overrides?: Overrides;
  /** What the names of created records begin with; another one for each run. */
  readonly mark: string;
  /** The password of created users, which nobody else must know. */
  readonly password: string;
  /** The day of the run, for the source of corrections. */
  readonly day: string;
  /** Breaks the run off; what was created is taken away all the same. */
  readonly signal?: AbortSignal;
}

/** The credentials were refused, so that nothing could be asked. */
export class CredentialsRefused extends Error {
  override readonly name = 'CredentialsRefused';
  readonly code = 'credentials-refused';
  readonly remedy = 'Give the --client-id and --client-secret of API credentials of this tenant.';
}

interface AskedProbe {
  readonly probe: Probe;
  readonly verdict: Verdict;
  readonly asked: readonly string[];
}

/**
 * Asks a Jama, the simulator or a real tenant, about every rule of the ledger, and holds each answer against the OpenAPI
 * document. Rejects with `NoAnswer` when the target cannot be reached, with `CredentialsRefused` when it gives no token.
 */
export async function verifyTarget(options: VerifyOptions): Promise<Verification> {
  const { credentials, overrides = {}, mark, password, allowWrites = false, signal } = options;
  const target = shownAddress(options.target);
  const source = `jama-sim verify of ${target}, ${options.day}`;
  const secrets = createSecrets([credentials.clientSecret, basicOf(credentials)]);
  const session = openSession({
    ...options,
    allowWrites,
    secrets,
    moreStatuses: new Set(statusesOf(overrides)),
  });
  const jama = await openJama({ session, client: credentials, secrets, overrides, source, mark, password });
  if (jama.token === undefined && jama.tokenAnswer.status >= 400 && jama.tokenAnswer.status < 500) {
    throw new CredentialsRefused(
      secrets.redact(`${target} gives no token: it answered ${inWords(jama.tokenAnswer)}.`),
    );
  }
  const asked: AskedProbe[] = [];
  let created = { groupsDeleted: 0, usersDeactivated: 0, left: [] as readonly string[] };
  try {
    const closed = await closedDoor(jama);
    for (const probe of PROBES) {
      const reason = signal?.aborted ? 'the run was broken off' : reasonAgainst(probe, options, closed);
      asked.push(
        reason === undefined ? await askOne(jama, probe) : { probe, verdict: notTestable(reason), asked: [] },
      );
    }
  } finally {
    created = await cleanUp(jama);
  }
  const rules = evidenceOf(overrides).map((rule): JudgedRule => {
    const { id, grade, statement } = rule;
    return {
      id,
      grade,
      statement,
      ...sumUp(
        asked.filter(({ probe }) => probe.rule === id),
        NOT_ASKED[id],
      ),
    };
  });
  const corrections = asked.flatMap(({ verdict }) => correctionOf(verdict));
  return {
    overrides: overridesOf(overrides, rules, corrections, source),
    report: {
      target,
      writes: allowWrites,
      simulator: session.simulated,
      requests: session.log.length,
      rules: rules.map((rule) => redacted(rule, secrets.redact)),
      openApi: { answers: session.described, differing: session.openApi },
      created,
      interrupted: signal?.aborted ?? false,
    },
  };
}

/** Why a caller cannot ask anything, if that is so. */
async function closedDoor(jama: Jama): Promise<string | undefined> {
  if (jama.token === undefined) return `there is no token: the target answered ${inWords(jama.tokenAnswer)}`;
  const answer = await jama.read('/users/current');
  const closed = answer.status === 401 || answer.status === 403;
  return closed ? `the caller may not use the API: ${inWords(answer)}` : undefined;
}

function reasonAgainst(
  { writes, burst, anonymous }: Probe,
  { allowWrites, burst: bursts }: VerifyOptions,
  closed: string | undefined,
): string | undefined {
  if (closed !== undefined && anonymous !== true) return closed;
  if (writes && allowWrites !== true) return 'needs leave to write (--allow-writes)';
  if (burst && bursts !== true) return 'needs many calls at once, which other programs may feel (--burst)';
  return undefined;
}

async function askOne(jama: Jama, probe: Probe): Promise<AskedProbe> {
  const { session } = jama;
  const from = session.log.length;
  const verdict = await probe.judge(jama).catch((error: unknown) => {
    if (error instanceof NoAnswer) return notTestable(`the target did not answer: ${error.message}`);
    if (error instanceof NotMade) return notTestable(error.message);
    throw error;
  });
  return { probe, verdict, asked: asksOf(session, from) };
}

/** The requests of a question: all of a few, the last ones of many. */
function asksOf({ log }: Session, from: number): readonly string[] {
  const own = log.slice(from);
  return own.length > 6 ? [`... ${own.length - 6} requests before`, ...own.slice(-6)] : own;
}

/** A rule is contradicted by one answer that differs, and confirmed when none does. */
function sumUp(
  probes: readonly AskedProbe[],
  notAsked: string | undefined,
): Pick<JudgedRule, 'verdict' | 'asks' | 'reason' | 'contradictions'> {
  const contradictions = probes.flatMap(({ probe, verdict, asked }): SeenContradiction[] => {
    if (verdict.outcome !== 'contradicted') return [];
    const { came, says, correction } = verdict;
    const correctable = correction !== undefined;
    return [{ asks: probe.asks, asked, came, ...(says === undefined ? {} : { says }), correctable }];
  });
  const told = probes.filter(({ verdict }) => verdict.outcome !== 'not-testable');
  const asks = told.map(({ probe }) => probe.asks);
  if (contradictions.length > 0) return { verdict: 'contradicted', asks, contradictions };
  if (told.length > 0) return { verdict: 'confirmed', asks, contradictions };
  const reasons = probes.flatMap(({ verdict }) =>
    verdict.outcome === 'not-testable' ? [verdict.reason] : [],
  );
  const reason = [...new Set([...reasons, ...(notAsked === undefined ? [] : [notAsked])])].join('; or ');
  return { verdict: 'not-testable', asks, contradictions, reason };
}

function statusesOf({ messages = {}, tokenMessages = {} }: Overrides): number[] {
  return [...Object.values(messages), ...Object.values(tokenMessages)].flatMap(({ status }) => status ?? []);
}

/** What was asked and came may hold what the target said: none of it leaves with a secret in it. */
function redacted(rule: JudgedRule, redact: (text: string) => string): JudgedRule {
  return {
    ...rule,
    ...(rule.reason === undefined ? {} : { reason: redact(rule.reason) }),
    contradictions: rule.contradictions.map(({ asked, came, says, ...more }) => ({
      ...more,
      asked: asked.map(redact),
      came: shortened(redact(came)),
      ...(says === undefined ? {} : { says: redact(says) }),
    })),
  };
}

const shortened = (text: string): string => (text.length > 400 ? `${text.slice(0, 400)}...` : text);

/** An address without a user name, a password, or a query. */
function shownAddress(target: string): string {
  const { origin, pathname } = new URL(target);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

function basicOf({ clientId, clientSecret }: Client): string {
  return Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
}
