import type { OpenAPIV3_1 } from 'openapi-types';
import { ENVELOPE_SCHEMAS } from './envelope.js';
import type { Paths } from './operation.js';
import { OVERVIEW_PATHS, OVERVIEW_SCHEMAS, ROOT_PATHS } from './overview.js';
import { PROJECT_PATHS, PROJECT_SCHEMAS } from './projects.js';
import { USERGROUP_PATHS, USERGROUP_SCHEMAS } from './usergroups.js';
import { USER_PATHS, USER_SCHEMAS } from './users.js';

const PATHS: Paths = {
  ...USER_PATHS,
  ...USERGROUP_PATHS,
  ...PROJECT_PATHS,
  ...OVERVIEW_PATHS,
  ...ROOT_PATHS,
};

/** Our OpenAPI 3.1 description of the part of Jama's REST API that a connection needs, written from the facts. */
export const openapi: OpenAPIV3_1.Document = {
  openapi: '3.1.0',
  info: {
    title: 'Jama REST API, as simulated',
    version: 'v1',
    description:
      'Users, user groups and projects, their envelope, paging and errors, and the token endpoint.',
  },
  servers: [
    {
      url: '{base}/rest/{version}',
      variables: {
        base: { default: 'http://localhost:8080/jama' },
        version: { default: 'v1', enum: ['v1', 'latest'] },
      },
    },
  ],
  security: [{ token: [] }, { basic: [] }],
  tags: [
    { name: 'token' },
    { name: 'users' },
    { name: 'usergroups' },
    { name: 'projects' },
    { name: 'overview' },
  ],
  paths: PATHS as OpenAPIV3_1.PathsObject,
  components: {
    schemas: {
      ...ENVELOPE_SCHEMAS,
      ...OVERVIEW_SCHEMAS,
      ...USER_SCHEMAS,
      ...USERGROUP_SCHEMAS,
      ...PROJECT_SCHEMAS,
    },
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      basic: { type: 'http', scheme: 'basic' },
      client: { type: 'http', scheme: 'basic', description: 'client id and secret' },
    },
  },
};
