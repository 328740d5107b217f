import type { OpenAPIV3_1 } from 'openapi-types';
import { envelopesOf } from './envelope.js';
import { INCLUDE, json, PAGING, type Paths, pathId, responses } from './operation.js';
import { closed, flag, id, text, timestamp } from './schemas.js';

export const PROJECT_SCHEMAS: Record<string, OpenAPIV3_1.SchemaObject> = {
  Project: closed(
    {
      id,
      projectKey: text,
      parent: id,
      isFolder: flag,
      createdDate: timestamp,
      modifiedDate: timestamp,
      createdBy: id,
      modifiedBy: id,
      fields: {
        type: 'object',
        required: ['name'],
        properties: { name: text, projectKey: text, description: text },
      },
      type: { const: 'projects' },
    },
    ['projectKey', 'parent'],
  ),
  ...envelopesOf('Project'),
};

export const PROJECT_PATHS: Paths = {
  '/projects': {
    get: {
      operationId: 'listProjects',
      tags: ['projects'],
      summary: 'List projects and project folders',
      parameters: PAGING,
      responses: responses({ 200: json('a page of projects', 'ProjectList') }, 400),
    },
  },
  '/projects/{projectId}': {
    get: {
      operationId: 'readProject',
      tags: ['projects'],
      summary: 'Read a project',
      parameters: [pathId('projectId'), INCLUDE],
      responses: responses({ 200: json('the project', 'ProjectAnswer') }, 404),
    },
  },
};
