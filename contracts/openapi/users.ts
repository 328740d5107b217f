import type { OpenAPIV3_1 } from 'openapi-types';
import { envelopesOf } from './envelope.js';
import {
  BODY_ERRORS,
  body,
  INCLUDE,
  json,
  PAGING,
  type Paths,
  pathId,
  query,
  responses,
} from './operation.js';
import { closed, count, flag, id, licenseType, text } from './schemas.js';

const name: OpenAPIV3_1.SchemaObject = { type: 'string', minLength: 1, maxLength: 200 };
const optional: OpenAPIV3_1.SchemaObject = { type: ['string', 'null'], maxLength: 64 };

/** Fields of a request; which are required differs between creation and change [documented]. */
const request = {
  username: name,
  password: { type: 'string', minLength: 6, maxLength: 200 },
  firstName: name,
  lastName: name,
  email: { type: 'string', minLength: 1, maxLength: 132 },
  phone: optional,
  title: optional,
  location: optional,
  licenseType,
} as const satisfies Record<string, OpenAPIV3_1.SchemaObject>;

export const USER_SCHEMAS: Record<string, OpenAPIV3_1.SchemaObject> = {
  User: closed(
    {
      id,
      username: name,
      firstName: name,
      lastName: name,
      email: name,
      phone: text,
      title: text,
      location: text,
      licenseType,
      avatarUrl: text,
      active: flag,
      uid: { type: 'string', pattern: '^u\\d+$' },
      customData: { type: 'array', items: {} },
      type: { const: 'users' },
    },
    ['phone', 'title', 'location', 'avatarUrl', 'uid', 'customData'],
  ),
  NewUser: {
    type: 'object',
    required: ['username', 'password', 'firstName', 'lastName', 'email', 'licenseType'],
    properties: request,
  },
  ChangedUser: {
    type: 'object',
    description: 'only what is sent changes; the password is not changed here',
    properties: { ...request, password: { type: ['string', 'null'] } },
  },
  ActiveStatus: { type: 'object', required: ['active'], properties: { active: flag } },
  ...envelopesOf('User'),
};

export const USER_PATHS: Paths = {
  '/users': {
    get: {
      operationId: 'listUsers',
      tags: ['users'],
      summary: 'List users; without includeInactive only active ones',
      parameters: [
        query('username', text),
        query('email', text),
        query('firstName', text),
        query('lastName', text),
        query('licenseType', licenseType),
        query('includeInactive', flag, 'true adds users who are not active'),
        query('project', count, 'only users of this project'),
        ...PAGING,
      ],
      responses: responses({ 200: json('a page of users', 'UserList') }, 400),
    },
    post: {
      operationId: 'createUser',
      tags: ['users'],
      summary: 'Create a user',
      requestBody: body('NewUser'),
      responses: responses({ 201: json('the user was created', 'Created') }, ...BODY_ERRORS),
    },
  },
  '/users/current': {
    get: {
      operationId: 'readCurrentUser',
      tags: ['users'],
      summary: 'Read the calling user',
      parameters: [INCLUDE],
      responses: responses({ 200: json('the caller', 'UserAnswer') }),
    },
  },
  '/users/{userId}': {
    get: {
      operationId: 'readUser',
      tags: ['users'],
      summary: 'Read a user',
      parameters: [pathId('userId'), INCLUDE],
      responses: responses({ 200: json('the user', 'UserAnswer') }, 404),
    },
    put: {
      operationId: 'changeUser',
      tags: ['users'],
      summary: 'Change the fields of a user that are sent',
      parameters: [pathId('userId')],
      requestBody: body('ChangedUser'),
      responses: responses({ 200: json('the user was changed', 'Updated') }, 404, ...BODY_ERRORS),
    },
  },
  '/users/{userId}/active': {
    put: {
      operationId: 'setUserActive',
      tags: ['users'],
      summary: 'Make a user active or inactive',
      parameters: [pathId('userId')],
      requestBody: body('ActiveStatus'),
      responses: responses({ 200: json('the user was changed', 'Updated') }, 404, ...BODY_ERRORS),
    },
  },
};
