import { FAULTS } from './catalogue.js';

const text = { type: 'string' } as const;
const texts = { type: 'object', additionalProperties: text } as const;
const positive = { type: 'integer', minimum: 1 } as const;
const ms = { type: 'integer', minimum: 0, maximum: 600_000 } as const;
const span = { type: 'integer', minimum: 0 } as const;
const moment = {
  anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }],
  description: 'epoch milliseconds, or a text such as 2026-05-01T08:00:00Z',
} as const;
const closed = (properties: object, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;
const record = { anyOf: [positive, { enum: ['asked', 'first'] }] } as const;

const match = closed({
  method: { type: 'string', pattern: '^[A-Za-z]+$' },
  path: { type: 'string', pattern: '^[/*]' },
  query: texts,
  headers: texts,
  nth: positive,
  fromNth: positive,
  window: closed({ from: moment, until: moment, afterMs: span, forMs: span }),
  probability: { type: 'number', minimum: 0, maximum: 1 },
});

const change = {
  ...closed(
    {
      kind: { enum: ['user-deactivated', 'user-added', 'usergroup-deleted', 'member-removed'] },
      user: record,
      usergroup: { anyOf: [positive, { enum: ['asked'] }] },
    },
    ['kind'],
  ),
  allOf: [
    {
      if: { properties: { kind: { enum: ['user-deactivated', 'member-removed'] } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['user'] },
    },
    {
      if: { properties: { kind: { enum: ['usergroup-deleted', 'member-removed'] } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['usergroup'] },
    },
  ],
};

const effect = {
  ...closed({
    delayMs: {
      anyOf: [
        ms,
        closed({ lower: ms, upper: ms }, ['lower', 'upper']),
        closed({ median: ms, sigma: { type: 'number', minimum: 0, maximum: 10 } }, ['median', 'sigma']),
      ],
      description:
        'milliseconds, {"lower","upper"} for an even spread, or {"median","sigma"} for a lognormal one',
    },
    expireTokens: { type: 'boolean' },
    change,
    status: { type: 'integer', minimum: 200, maximum: 599 },
    message: text,
    rawBody: text,
    loginPage: { type: 'boolean' },
    contentType: { type: 'string', minLength: 1, pattern: '^[\\x20-\\x7e]+$' },
    headers: {
      type: 'object',
      propertyNames: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
      additionalProperties: { type: 'string', pattern: '^[\\x20-\\x7e]*$' },
    },
    malformedJson: { type: 'boolean' },
    cutBodyAt: span,
    reset: { enum: ['before', 'after'] },
  }),
  minProperties: 1,
};

const repeated = { times: positive, seed: { type: 'integer', minimum: 0 } } as const;

/** What a fault rule must look like as JSON. */
export const FAULT_RULE_SCHEMA = closed(
  { name: { type: 'string', minLength: 1 }, match, effect, ...repeated },
  ['effect'],
);

/** A fault of the catalogue, as it is asked for in JSON. */
export const FAULT_USE_SCHEMA = closed(
  { use: { enum: FAULTS.map(({ name }) => name) }, match, ...repeated },
  ['use'],
);

/** A rule, or a fault of the catalogue. */
export const FAULT_CHOICE_SCHEMA = {
  type: 'object',
  if: { required: ['use'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: FAULT_USE_SCHEMA,
  else: FAULT_RULE_SCHEMA,
} as const;

/** A file of fault rules. */
export const FAULT_FILE_SCHEMA = closed(
  { $schema: text, faults: { type: 'array', items: FAULT_CHOICE_SCHEMA } },
  ['faults'],
);
