import { STATUS_CODES } from 'node:http';
import { changedUserGroup, groupUser, newUser } from '../rest/body-schemas.js';
import { LEGACY_OAUTH_MESSAGES, MESSAGES, OAUTH_MESSAGES } from '../rest/messages.js';
import { OPERATIONS } from '../rest/operations.js';
import { LICENCE_TYPES } from '../tenant/model.js';

/** Names in answers that no table of ours has. */
const NAMES = [
  ...[
    'meta',
    'data',
    'links',
    'linked',
    'pageInfo',
    'status',
    'timestamp',
    'message',
    'location',
    'error',
    'trace',
  ],
  ...[
    'error_description',
    'error_uri',
    'access_token',
    'client_id',
    'client_secret',
    'grant_type',
    'path',
    'code',
  ],
  ...[
    'id',
    'uid',
    'type',
    'active',
    'customData',
    'fields',
    'href',
    'license',
    'licence',
    'creator',
    'api',
    'rest',
  ],
  ...[
    'startAt',
    'maxResults',
    'includeInactive',
    'true',
    'false',
    'null',
    'http',
    'https',
    'json',
    'application',
  ],
];

const texts = [
  ...NAMES,
  ...LICENCE_TYPES,
  ...Object.values(STATUS_CODES),
  ...[newUser, changedUserGroup, groupUser].flatMap(({ properties }) => Object.keys(properties)),
  ...OPERATIONS.flatMap(({ path, query = [] }) => [path, ...query.map(({ name }) => name)]),
  ...[MESSAGES, OAUTH_MESSAGES, LEGACY_OAUTH_MESSAGES].flatMap((table) =>
    Object.values(table).flatMap((words) => Object.values(words)),
  ),
].map(String);

/** Every word that Jama itself uses, in lower case: a name that is one of them says nothing where it stands for the word. */
export const PRODUCT_WORDS: ReadonlySet<string> = new Set(
  texts.flatMap((text) => [text, ...(text.match(/[A-Za-z]+/g) ?? [])]).map((word) => word.toLowerCase()),
);

/** Whether a text is a single word, and one of the product. */
export const isProductWord = (text: string): boolean => PRODUCT_WORDS.has(text.toLowerCase());

/** Whether a text has letters, and nothing but words of the product. */
export function isProductText(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu);
  return words?.every((word) => PRODUCT_WORDS.has(word.toLowerCase())) === true;
}
