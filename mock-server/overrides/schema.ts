import { EVIDENCE } from '../evidence.js';
import { MESSAGES, OAUTH_MESSAGES } from '../rest/messages.js';
import { LICENCE_TYPES } from '../tenant/model.js';

const text = { type: 'string' } as const;
const textOrNone = { type: ['string', 'null'] } as const;
const flag = { type: 'boolean' } as const;
const count = (maximum: number) => ({ type: 'integer', minimum: 1, maximum }) as const;
const source = { type: 'string', minLength: 1, description: 'where it was seen' } as const;
const status = { type: 'integer', minimum: 400, maximum: 599 } as const;
const closed = (properties: object, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;
const each = (names: readonly string[], value: object) =>
  closed(Object.fromEntries(names.map((name) => [name, value])));

/** What a file of overrides must look like: every rule and message by its id, and nothing else. */
export const OVERRIDES_SCHEMA = closed({
  $schema: text,
  rules: each(
    EVIDENCE.map(({ id }) => id),
    closed({ source }, ['source']),
  ),
  messages: each(Object.keys(MESSAGES), { ...closed({ status, message: text, source }), minProperties: 1 }),
  tokenMessages: each(Object.keys(OAUTH_MESSAGES), {
    ...closed({
      status,
      error: { type: 'string', minLength: 1 },
      description: textOrNone,
      uri: textOrNone,
      source,
    }),
    minProperties: 1,
  }),
  tenant: closed({
    tokenAnswer: { enum: ['three-fields', 'seven-fields'] },
    tokenTtl: count(2_147_483_647),
    basic: flag,
    extendedRecords: flag,
    reactivatedLicence: { enum: LICENCE_TYPES },
    callsPerSecond: count(1_000_000),
    source,
  }),
});
