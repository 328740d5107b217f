import { DOCUMENT_NAMES } from '../../connector/index.js';
import type { JsonSchema } from '../schemas/index.js';

const suppression: JsonSchema = {
  type: 'object',
  description: 'One rule at one place.',
  properties: {
    rule: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      description: 'The code of the findings, such as page-size-above-cap.',
    },
    file: {
      enum: [...DOCUMENT_NAMES],
      description: 'The connector JSON, such as ImportAccountEntJSON.',
    },
    pointer: {
      type: 'string',
      pattern: '^(/.*)?$',
      description: 'JSON pointer; the rule is off there and below. Without it: in the whole connector JSON.',
    },
    reason: { type: 'string', pattern: '\\S', description: 'Why; it is shown in every report.' },
  },
  required: ['rule', 'file', 'reason'],
  additionalProperties: false,
};

/** The JSON Schema of `jama-sim.json`. */
export const settingsSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Settings of jama-sim',
  description: 'jama-sim.json: which rules are switched off where, and why.',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    off: {
      type: 'array',
      items: suppression,
      description: 'Rules that are switched off by place. Their findings are counted and listed as such.',
    },
  },
  additionalProperties: false,
};
