import type { RuleId } from '../evidence.js';
import {
  type ErrorCode,
  LEGACY_OAUTH_MESSAGES,
  MESSAGES,
  type Message,
  OAUTH_MESSAGES,
  type OAuthCode,
  type OAuthMessage,
} from '../rest/messages.js';
import type { Overrides } from './overrides.js';

type Grounded<T> = Omit<T, 'evidence'> & {
  /** The rule that the words rest on; absent if they were overridden. */
  readonly evidence?: RuleId;
};

/** Status and text of an error, corrected if they are overridden. */
export function wordsOf({ messages }: Overrides, code: ErrorCode): Grounded<Message> {
  const override = messages?.[code];
  if (override === undefined) return MESSAGES[code];
  const { evidence: _, ...ours } = MESSAGES[code];
  return { ...ours, ...override };
}

/**
 * An error of the token endpoint, corrected if it is overridden.
 * @param legacy whether the tenant imitates the service before July 2024
 */
export function tokenWordsOf(
  { tokenMessages }: Overrides,
  code: OAuthCode,
  legacy: boolean,
): Grounded<OAuthMessage> {
  const { uri: _uri, ...today } = OAUTH_MESSAGES[code];
  const before = legacy ? LEGACY_OAUTH_MESSAGES[code] : undefined;
  const ours: OAuthMessage = before === undefined ? OAUTH_MESSAGES[code] : { ...today, ...before };
  const override = tokenMessages?.[code];
  if (override === undefined) return ours;
  const { status, error, hint } = ours;
  const { description = ours.description, uri = ours.uri } = override;
  return {
    status: override.status ?? status,
    error: override.error ?? error,
    hint,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof uri === 'string' ? { uri } : {}),
  };
}
