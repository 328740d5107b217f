import { LICENCE_TYPES } from '../tenant/model.js';
import type { Operation } from './operation.js';

const text = { type: 'string' } as const;
const integer = { type: 'integer', format: 'int32' } as const;
const flag = { type: 'boolean' } as const;
const date = { type: 'string', format: 'date-time' } as const;
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const object = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  ...(required.length === 0 ? {} : { required }),
  properties,
});

const status = { ...text, description: 'the reason phrase of the status' };
const links = { type: 'object', additionalProperties: ref('Link') };
const linked = {
  type: 'object',
  additionalProperties: { type: 'object', additionalProperties: { type: 'object' } },
};
const wrapper = (data: object, meta: string) => object({ meta: ref(meta), links, linked, data });

/** The records and envelopes as the wire carries them; names as in the vendor's Swagger. */
const FIXED = {
  Link: object({ type: text, href: text }),
  PageInfo: object({ startIndex: integer, resultCount: integer, totalResults: integer }),
  MetaWrapper: object({ status, timestamp: date }),
  MetaListWrapper: object({ status, timestamp: date, pageInfo: ref('PageInfo') }),
  AbstractRestResponse: object({ meta: ref('MetaWrapper') }),
  CreatedResponse: object({
    meta: object({ status, timestamp: date, location: { ...text, format: 'uri' }, id: integer }),
  }),
  User: object(
    {
      id: integer,
      username: text,
      firstName: text,
      lastName: text,
      email: text,
      phone: text,
      title: text,
      location: text,
      licenseType: { ...text, enum: LICENCE_TYPES },
      avatarUrl: text,
      active: flag,
    },
    ['id', 'username', 'firstName', 'lastName', 'email', 'licenseType', 'active'],
  ),
  UserGroup: object({ id: integer, name: text, description: text, project: integer }, ['id', 'name']),
  Project: object(
    {
      id: integer,
      projectKey: text,
      parent: integer,
      isFolder: flag,
      createdDate: date,
      modifiedDate: date,
      createdBy: integer,
      modifiedBy: integer,
      fields: { type: 'object', additionalProperties: { type: 'object' } },
    },
    ['id', 'isFolder', 'createdDate', 'modifiedDate', 'createdBy', 'modifiedBy', 'fields'],
  ),
};

/** The `definitions` of the Swagger 2.0 description; request bodies are the ones that are checked. */
export function swaggerDefinitions(operations: readonly Operation[]): Record<string, object> {
  const wrappers = ['User', 'UserGroup', 'Project'].flatMap((name) => [
    [`${name}DataWrapper`, wrapper(ref(name), 'MetaWrapper')] as const,
    [`${name}DataListWrapper`, wrapper({ type: 'array', items: ref(name) }, 'MetaListWrapper')] as const,
  ]);
  const bodies = operations.flatMap(({ body }) => (body === undefined ? [] : [body])).reverse();
  return {
    ...FIXED,
    ...Object.fromEntries(wrappers),
    ...Object.fromEntries(
      bodies.map(({ name, properties, required }) => [name, object(properties, required)]),
    ),
  };
}
