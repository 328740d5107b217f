import type { Project } from '../tenant/model.js';
import { list, one } from './envelope.js';
import type { Exchange } from './exchange.js';
import { type Links, linksOf, type Reference } from './links.js';
import { INCLUDE, type Operation, PAGING } from './operation.js';
import { idOf, pageOf } from './paging.js';
import { linkedJson, projectJson } from './records.js';

/** The references of a project in the order of the captures. */
const REFERENCES: readonly Reference<Project>[] = [
  { name: 'data.createdBy', type: 'users', idOf: ({ createdBy }) => createdBy },
  { name: 'data.modifiedBy', type: 'users', idOf: ({ modifiedBy }) => modifiedBy },
  { name: 'data.parent', type: 'projects', idOf: ({ parent }) => parent },
];

const linksOfProjects = (exchange: Exchange, projects: readonly Project[]): Links =>
  linksOf(exchange, REFERENCES, projects, (type, id) => linkedJson(exchange.tenant, type, id));

/** Projects, read only: user groups refer to them [documented: operations of the vendor's Swagger]. */
export const PROJECT_OPERATIONS: readonly Operation[] = [
  {
    method: 'GET',
    path: '/projects',
    operationId: 'getProjects',
    summary: 'List projects',
    query: PAGING,
    result: { kind: 'list', of: 'Project' },
    handle(exchange) {
      const { records, ...page } = pageOf(exchange, exchange.tenant.projects.list());
      return list(exchange, linksOfProjects(exchange, records), page, records.map(projectJson));
    },
  },
  {
    method: 'GET',
    path: '/projects/{projectId}',
    operationId: 'getProject',
    summary: 'Read a project',
    query: [INCLUDE],
    result: { kind: 'one', of: 'Project' },
    handle(exchange) {
      const project = exchange.tenant.projects.require(idOf(exchange.params.projectId));
      return one(exchange, linksOfProjects(exchange, [project]), projectJson(project));
    },
  },
];
