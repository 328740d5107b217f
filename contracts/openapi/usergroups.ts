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
import { closed, count, id, text } from './schemas.js';

const name: OpenAPIV3_1.SchemaObject = { type: 'string', minLength: 1, maxLength: 200 };
const request: Record<string, OpenAPIV3_1.SchemaObject> = {
  name,
  description: { type: ['string', 'null'] },
  project: { ...id, type: ['integer', 'null'] },
};

export const USERGROUP_SCHEMAS: Record<string, OpenAPIV3_1.SchemaObject> = {
  UserGroup: closed(
    {
      id,
      name,
      description: text,
      project: id,
      uid: { type: 'string', pattern: '^g\\d+$' },
      type: { const: 'usergroups' },
    },
    ['description', 'project', 'uid'],
  ),
  NewUserGroup: { type: 'object', required: ['name'], properties: request },
  ChangedUserGroup: { type: 'object', properties: request },
  GroupUser: { type: 'object', required: ['user'], properties: { user: id } },
  ...envelopesOf('UserGroup'),
};

const deleted = { 204: { description: 'it is gone' } } as const;

export const USERGROUP_PATHS: Paths = {
  '/usergroups': {
    get: {
      operationId: 'listUserGroups',
      tags: ['usergroups'],
      summary: 'List user groups',
      parameters: [query('project', count, 'only groups of this project'), ...PAGING],
      responses: responses({ 200: json('a page of groups', 'UserGroupList') }, 400),
    },
    post: {
      operationId: 'createUserGroup',
      tags: ['usergroups'],
      summary: 'Create a user group',
      requestBody: body('NewUserGroup'),
      responses: responses({ 201: json('the group was created', 'Created') }, 404, ...BODY_ERRORS),
    },
  },
  '/usergroups/{id}': {
    get: {
      operationId: 'readUserGroup',
      tags: ['usergroups'],
      summary: 'Read a user group',
      parameters: [pathId('id'), INCLUDE],
      responses: responses({ 200: json('the group', 'UserGroupAnswer') }, 404),
    },
    put: {
      operationId: 'changeUserGroup',
      tags: ['usergroups'],
      summary: 'Change the fields of a user group that are sent',
      parameters: [pathId('id')],
      requestBody: body('ChangedUserGroup'),
      responses: responses({ 200: json('the group was changed', 'Updated') }, 404, ...BODY_ERRORS),
    },
    delete: {
      operationId: 'deleteUserGroup',
      tags: ['usergroups'],
      summary: 'Delete a user group',
      parameters: [pathId('id')],
      responses: responses(deleted, 404),
    },
  },
  '/usergroups/{id}/users': {
    get: {
      operationId: 'listMembers',
      tags: ['usergroups'],
      summary: 'List the members of a user group',
      parameters: [pathId('id'), ...PAGING],
      responses: responses({ 200: json('a page of users', 'UserList') }, 400, 404),
    },
    post: {
      operationId: 'addMember',
      tags: ['usergroups'],
      summary: 'Add a user to a user group',
      parameters: [pathId('id')],
      requestBody: body('GroupUser'),
      responses: responses({ 201: json('the user is a member now', 'Created') }, 404, ...BODY_ERRORS),
    },
  },
  '/usergroups/{id}/users/{userId}': {
    delete: {
      operationId: 'removeMember',
      tags: ['usergroups'],
      summary: 'Take a user out of a user group',
      parameters: [pathId('id'), pathId('userId')],
      responses: responses(deleted, 404),
    },
  },
};
