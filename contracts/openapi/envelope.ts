import type { OpenAPIV3_1 } from 'openapi-types';
import { closed, count, id, ref, text, timestamp } from './schemas.js';

type Schemas = Record<string, OpenAPIV3_1.SchemaObject>;

const links = { type: 'object', additionalProperties: ref('Link') } as const;
const linked = {
  type: 'object',
  description: 'only where include asked for it: type, id, record',
  additionalProperties: { type: 'object', additionalProperties: { type: 'object' } },
} as const;
const status = (phrase: string) => ({ type: 'string', const: phrase }) as const;

/** What every answer is wrapped in [captured], and how errors look [captured for 401 and 500, documented for 403]. */
export const ENVELOPE_SCHEMAS: Schemas = {
  Link: closed({ type: text, href: text }),
  PageInfo: closed({ startIndex: count, resultCount: { ...count, maximum: 50 }, totalResults: count }),
  Meta: closed({ status: status('OK'), timestamp }),
  ListMeta: closed({ status: status('OK'), timestamp, pageInfo: ref('PageInfo') }),
  Updated: closed({ meta: ref('Meta') }),
  Created: closed({
    meta: closed({ status: status('Created'), timestamp, location: { type: 'string', format: 'uri' }, id }),
  }),
  Error: closed({
    meta: closed(
      {
        status: { type: 'string', minLength: 2 },
        timestamp,
        message: text,
        exception: { type: 'object' },
      },
      ['exception'],
    ),
  }),
};

/** The envelopes of one resource: `<Name>Answer` for one record, `<Name>List` for a page of them. */
export function envelopesOf(name: string): Schemas {
  return {
    [`${name}Answer`]: closed({ meta: ref('Meta'), links, linked, data: ref(name) }, ['linked']),
    [`${name}List`]: closed(
      { meta: ref('ListMeta'), links, linked, data: { type: 'array', maxItems: 50, items: ref(name) } },
      ['linked'],
    ),
  };
}
