import type { Overrides } from '../overrides/index.js';
import { MESSAGES, OAUTH_MESSAGES } from '../rest/messages.js';
import type { Refusal } from './corrections.js';
import type { FreeText } from './free-text.js';
import { isBorder } from './needles.js';
import { isProductWord } from './product-words.js';
import { fold } from './runs.js';
import { answerOf, objectOf, type SeenCall } from './seen-call.js';

/** What the refusals say of the tenant's statuses and words, without what must not be known; the first of each code counts. */
export function overridesOf(
  refusals: ReadonlyMap<SeenCall, Refusal>,
  freeText: FreeText,
  source: string,
): Pick<Overrides, 'messages' | 'tokenMessages'> {
  const messages: Record<string, object> = {};
  const tokenMessages: Record<string, object> = {};
  for (const [call, { code, detail }] of refusals) {
    const { meta, error, error_description: description, error_uri: uri } = objectOf(answerOf(call));
    const { message } = objectOf(meta);
    const { status } = call;
    const template = (text: string) => templateOf(text, detail, freeText);
    if (Object.hasOwn(MESSAGES, code) && typeof message === 'string')
      messages[code] ??= { status, message: template(message), source };
    if (Object.hasOwn(OAUTH_MESSAGES, code) && typeof error === 'string' && error !== '')
      tokenMessages[code] ??= {
        status,
        error: template(error),
        description: typeof description === 'string' ? template(description) : null,
        uri: typeof uri === 'string' ? template(uri) : null,
        source,
      };
  }
  return { messages, tokenMessages };
}

/** A text with the names of details in place of their values: `There is no user with id {id}.` */
function templateOf(text: string, detail: ReadonlyMap<string, string>, freeText: FreeText): string {
  const [first, ...rest] = [...detail].filter(([, value]) => value !== '').sort(longestFirst);
  if (first === undefined) return freeText(text);
  const [name, value] = first;
  return splitAt(text, value)
    .map((part) => templateOf(part, new Map(rest), freeText))
    .join(`{${name}}`);
}

const longestFirst = ([, a]: readonly [string, string], [, b]: readonly [string, string]): number =>
  b.length - a.length;

/** The parts of a text around a value; around its last occurrence only if the product uses the word itself. */
function splitAt(text: string, value: string): string[] {
  const [folded, wanted] = [fold(text), fold(value)];
  const places: number[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    if (isBorder(folded, at) && isBorder(folded, at + wanted.length)) places.push(at);
  const kept = isProductWord(value) ? places.slice(-1) : places;
  const parts = kept.map((at, position) =>
    text.slice(position === 0 ? 0 : (kept[position - 1] ?? 0) + wanted.length, at),
  );
  const last = kept.at(-1);
  return [...parts, text.slice(last === undefined ? 0 : last + wanted.length)];
}
