import type { DestinationStream, Logger } from 'pino';
import { SetupError } from './tenant/errors.js';
import type { Tenant } from './tenant/tenant.js';
import type { TrafficEntry } from './tenant/traffic/index.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export const LOG_FORMATS = ['json', 'text'] as const;

/** What is written to a log: one line a request from `info` on, with headers and bodies at `debug`. */
export interface LogChoices {
  /** `silent` by default. */
  readonly level?: (typeof LOG_LEVELS)[number] | undefined;
  /** `json`, the default, is a line of JSON as pino writes it; `text` is for people. */
  readonly format?: (typeof LOG_FORMATS)[number] | undefined;
  /** Takes the lines; by default they go to the standard error stream. */
  readonly write?: ((line: string) => void) | undefined;
}

export interface Log {
  /** Log the requests of a tenant from now on. */
  watch(tenant: Tenant): void;
  info(fields: object, message: string): void;
  /** An error of the simulator itself. */
  error(error: unknown): void;
}

/** The log that was chosen, or undefined for a silent one. Rejects with `SetupError` `option-invalid`. */
export async function openLog(choices: LogChoices = {}): Promise<Log | undefined> {
  const { level = 'silent', format = 'json', write = (line) => void process.stderr.write(line) } = choices;
  oneOf('log level', LOG_LEVELS, level);
  oneOf('log format', LOG_FORMATS, format);
  if (level === 'silent') return undefined;
  const { pino } = await import('pino');
  const stream: DestinationStream = { write: format === 'json' ? write : (line) => write(textLine(line)) };
  const logger = pino({ level, base: null }, stream);
  return {
    watch: (tenant) => {
      tenant.traffic.subscribe((entry) => logRequest(logger, tenant.name, entry));
    },
    info: (fields, message) => logger.info(fields, message),
    error: (err) => logger.error({ err }, 'jama-sim failed'),
  };
}

/** Every answer is an `info`, but what the simulator could not do (5xx) is a `warn`. Secrets were redacted before. */
function logRequest(logger: Logger, tenant: string, entry: TrafficEntry): void {
  const { method, path, search, status, durationMs, fault, inferred } = entry;
  const level = status >= 500 ? 'warn' : 'info';
  if (!logger.isLevelEnabled(level)) return;
  const { requestHeaders, requestBody, responseHeaders, responseBody } = entry;
  const whole = { requestHeaders, requestBody, responseHeaders, responseBody };
  logger[level](
    {
      tenant,
      method,
      path: `${path}${search}`,
      status,
      durationMs: Math.round(durationMs * 1000) / 1000,
      ...(fault === undefined ? {} : { fault }),
      ...(inferred.length === 0 ? {} : { inferred }),
      ...(logger.isLevelEnabled('debug') ? whole : {}),
    },
    'request',
  );
}

const LABELS: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info ', 40: 'warn ', 50: 'error' };

/** A line of pino as text: time, level, message, then every field as name=value. */
function textLine(line: string): string {
  const { level, time, msg, ...fields } = JSON.parse(line);
  const rest = Object.entries(fields).map(
    ([name, value]) =>
      `${name}=${typeof value === 'string' && !/\s/.test(value) ? value : JSON.stringify(value)}`,
  );
  return `${[new Date(time).toISOString(), LABELS[level] ?? level, msg, ...rest].join(' ')}\n`;
}

function oneOf(what: string, known: readonly string[], value: string): void {
  if (known.includes(value)) return;
  throw new SetupError(
    'option-invalid',
    `There is no ${what} "${value}".`,
    `Choose one of: ${known.join(', ')}.`,
  );
}
