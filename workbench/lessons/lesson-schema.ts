import { flows } from '../../contracts/index.js';
import { FAULTS } from '../../mock-server/index.js';
import { CONDITION_NAMES, conditionNamed } from './conditions/index.js';

const line = { type: 'string', minLength: 1, maxLength: 300 } as const;
const size = (maximum: number) => ({ type: 'integer', minimum: 0, maximum }) as const;

const closed = (properties: object, required: readonly string[] = []) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

/** A condition is an object with one key, its name. */
const check = {
  type: 'array',
  minItems: 1,
  maxItems: 10,
  items: {
    ...closed(Object.fromEntries(CONDITION_NAMES.map((name) => [name, conditionNamed(name).schema]))),
    minProperties: 1,
    maxProperties: 1,
  },
} as const;

const moment = {
  anyOf: [{ enum: ['runs', 'frozen'] }, { type: 'string', format: 'date-time' }],
  description: 'runs, frozen, or a moment such as 2026-01-05T08:00:00Z',
} as const;

/** What may stand in the front matter of a lesson. */
export const LESSON_SCHEMA = closed(
  {
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 },
    title: line,
    goal: line,
    begin: closed({
      package: line,
      tenant: closed({
        users: { ...size(5000), minimum: 1 },
        groups: size(500),
        projects: size(500),
        seed: size(2 ** 32),
        tokenLife: { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 },
      }),
      clock: moment,
      faults: { type: 'array', items: { enum: FAULTS.map(({ name }) => name) } },
      flows: { type: 'array', items: { enum: flows }, maxItems: 10 },
      identities: {
        type: 'array',
        maxItems: 100,
        items: {
          type: 'object',
          properties: { username: line },
          required: ['username'],
          additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
        },
      },
    }),
    steps: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: closed(
        { text: { type: 'string', minLength: 1 }, hint: { type: 'string', minLength: 1 }, check },
        ['text', 'check'],
      ),
    },
  },
  ['id', 'title', 'goal', 'steps'],
);
