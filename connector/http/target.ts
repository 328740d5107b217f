import type { BeforeSend } from '../connector.js';
import type { At } from '../failure.js';
import { type JsonObject, objectOf } from '../json.js';
import type { ConnectorDocument } from '../package/document.js';
import type { TemplateEnvironment } from '../template/index.js';
import { type Authentication, authenticationFor, readAuthentications } from './authentication.js';
import type { Credentials } from './placeholders.js';
import { createRedactor, type Redactor } from './redact.js';
import { type HttpRequest, type HttpResponse, type SendFailure, send } from './send.js';
import { createSession, type Session } from './session.js';
import { requestTrace } from './tracing.js';

/** The target of a connection: how to reach it and as whom. One for each connector. */
export interface Target {
  readonly redactor: Redactor;
  readonly environment: TemplateEnvironment;
  /** How often a call without an answer is repeated (ConfigJSON, retryCount). */
  readonly retries: number;
  readonly retryWait: number;
  /** The entries of ConnectionJSON. */
  readonly authentications: readonly Authentication[];
  /** The request as it is sent: to the address that the package's URL stands for. */
  addressed(request: HttpRequest): HttpRequest;
  /** The request as traces and messages show it. */
  shown(request: HttpRequest): HttpRequest;
  send(request: HttpRequest): Promise<HttpResponse | SendFailure>;
  sleep(milliseconds: number): Promise<void>;
  /** The session of the authentication a call names. @throws ConnectorFailure */
  session(name: string | undefined, at: At): Session;
  /** Counts a call of a session and waits when its apiRateLimitConfig asks for it. */
  pace(session: Session): Promise<void>;
  /** Remembers every session; the function that is given back restores them. */
  remember(): () => void;
}

/** What a target needs from outside. */
export interface TargetOptions {
  readonly connection: ConnectorDocument;
  readonly config: ConnectorDocument;
  readonly credentials: Credentials | undefined;
  readonly fetch: typeof fetch | undefined;
  readonly beforeSend: BeforeSend;
  readonly mapUrl: (url: string) => string;
  readonly shownAddress: 'package' | 'asked';
  readonly keepsHost: boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly environment: TemplateEnvironment;
}

/** Used when ConfigJSON has no readTimeout. */
const USUAL_TIMEOUT = 60_000;

function seconds(config: JsonObject, key: string): number | undefined {
  const value = Number(config[key] ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value * 1000 : undefined;
}

/** Reads ConnectionJSON and ConfigJSON once; sessions are made when a call first needs them. */
export function createTarget(options: TargetOptions): Target {
  const { credentials, connection, environment } = options;
  const timeouts = objectOf(objectOf(options.config.value).connectionTimeoutConfig);
  const milliseconds = seconds(timeouts, 'readTimeout') ?? USUAL_TIMEOUT;
  const redactor = createRedactor();
  redactor.add(credentials?.clientSecret);
  const entries = readAuthentications(connection, credentials);
  const sessions = new Map<string, Session>();
  const counts = new Map<Session, number>();

  const addressed = (request: HttpRequest) => {
    const url = request.url.trim();
    const kept = options.keepsHost && URL.canParse(url) ? { Host: new URL(url).host } : {};
    return { ...request, url: options.mapUrl(url), headers: { ...kept, ...request.headers } };
  };
  const shown = (request: HttpRequest) => (options.shownAddress === 'asked' ? addressed(request) : request);
  async function sendNow(request: HttpRequest): Promise<HttpResponse | SendFailure> {
    const decision = await options.beforeSend(requestTrace(request, redactor));
    if (decision === 'send') return send(request, { fetch: options.fetch, milliseconds });
    return { code: 'run-stopped', reason: 'the run was stopped before it went out', notSent: true };
  }

  return {
    redactor,
    environment,
    retries: Number(timeouts.retryCount ?? 0) || 0,
    retryWait: seconds(timeouts, 'retryWait') ?? 0,
    authentications: [...entries.values()],
    addressed,
    shown,
    send: sendNow,
    sleep: options.sleep,
    session(name, at) {
      const authentication = authenticationFor(name, entries, connection, at);
      const found = sessions.get(name ?? authentication.name);
      if (found !== undefined) return found;
      const session = createSession(authentication, {
        shown,
        send: (request) => sendNow(addressed(request)),
        now: environment.now,
        redactor,
      });
      sessions.set(name ?? authentication.name, session);
      return session;
    },
    remember() {
      const known = [...sessions].map(
        ([name, session]) => [name, session, session.remember(), counts.get(session)] as const,
      );
      return () => {
        sessions.clear();
        counts.clear();
        for (const [name, session, restore, count] of known) {
          restore();
          sessions.set(name, session);
          if (count !== undefined) counts.set(session, count);
        }
      };
    },
    async pace(session) {
      const limit = session.authentication.rateLimit;
      if (limit === undefined) return;
      const count = counts.get(session) ?? 0;
      if (count > 0 && count % limit.calls === 0) await options.sleep(limit.seconds * 1000);
      counts.set(session, count + 1);
    },
  };
}
