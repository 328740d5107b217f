import {
  type ErrorCode,
  fill,
  type OAuthCode,
  type Overrides,
  type tokenWordsOf,
  wordsOf,
} from '../../mock-server/index.js';
import { type Answer, fieldsOf, inWords } from './answer.js';
import { confirmed, type Verdict } from './verdict.js';

type Detail = Readonly<Record<string, string | number>>;

interface Ledger {
  readonly overrides: Overrides;
  /** Where a correction was seen. */
  readonly source: string;
  readonly redacted: (text: string) => string;
}

/** Compares a refusal with the status and text that the simulator has for it. */
export function judgeRefusal(ledger: Ledger, answer: Answer, code: ErrorCode, detail: Detail): Verdict {
  const { status, message } = wordsOf(ledger.overrides, code);
  const expected = fill(message, detail);
  const came = answer.meta.message;
  if (answer.status === status && came === expected) return confirmed();
  const correction = {
    status: answer.status,
    ...(typeof came === 'string' ? { message: template(ledger.redacted(came), detail) } : {}),
    source: ledger.source,
  };
  return {
    outcome: 'contradicted',
    came: inWords(answer),
    says: `${status} ${JSON.stringify(expected)}`,
    ...(isRefusal(answer) ? { correction: { messages: { [code]: correction } } } : {}),
  };
}

/** The same for the OAuth errors of the token endpoint. */
export function judgeTokenRefusal(
  { source, redacted }: Pick<Ledger, 'source' | 'redacted'>,
  answer: Answer,
  {
    code,
    words: { status, error, description, uri },
    detail,
  }: {
    readonly code: OAuthCode;
    readonly words: Omit<ReturnType<typeof tokenWordsOf>, 'evidence'>;
    readonly detail: Detail;
  },
): Verdict {
  const body = fieldsOf(answer.json);
  const expected = { error, error_description: description && fill(description, detail), error_uri: uri };
  const names = ['error', 'error_description', 'error_uri'] as const;
  if (answer.status === status && names.every((name) => body[name] === expected[name])) return confirmed();
  const text = (value: unknown) => (typeof value === 'string' ? template(redacted(value), detail) : null);
  const errorSeen = text(body.error);
  const correction = {
    status: answer.status,
    ...(errorSeen === null
      ? {}
      : { error: errorSeen, description: text(body.error_description), uri: text(body.error_uri) }),
    source,
  };
  const shown = Object.fromEntries(names.map((name) => [name, body[name]]));
  return {
    outcome: 'contradicted',
    came: errorSeen === null ? inWords(answer) : `${answer.status} ${JSON.stringify(shown)}`,
    says: `${status} ${JSON.stringify(expected)}`,
    ...(isRefusal(answer) ? { correction: { tokenMessages: { [code]: correction } } } : {}),
  };
}

/** A text with the details of its error taken out again: the reverse of `fill`. */
function template(text: string, detail: Detail): string {
  return Object.entries(detail)
    .map(([name, value]) => [name, String(value)] as const)
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((left, [name, value]) => left.replaceAll(whole(value), `{${name}}`), text);
}

/** The value where it is not part of a longer word or number, nor a placeholder already. */
function whole(value: string): RegExp {
  const literal = value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w{])${literal}(?![\\w}])`, 'g');
}

const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 600;
