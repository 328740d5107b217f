import { EVIDENCE } from '../evidence.js';
import { MESSAGES, type Message, OAUTH_MESSAGES, type OAuthMessage } from '../rest/messages.js';

const isGuess = ({ evidence }: Pick<Message | OAuthMessage, 'evidence'>): boolean =>
  EVIDENCE.some(({ id, grade }) => id === evidence && grade === 'inferred');

/** A file of overrides that holds every status and text which is a guess, as it is now, to be corrected and shortened. */
export function overridesForm(): object {
  const messages = Object.entries(MESSAGES)
    .filter(([, words]) => isGuess(words))
    .map(([code, { status, message }]) => [code, { status, message }]);
  const tokenMessages = Object.entries(OAUTH_MESSAGES)
    .filter(([, words]) => isGuess(words))
    .map(([code, { status, error, description, uri }]) => [code, { status, error, description, uri }]);
  return {
    rules: {},
    messages: Object.fromEntries(messages),
    tokenMessages: Object.fromEntries(tokenMessages),
  };
}
