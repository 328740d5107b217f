import type { Evidence } from '../evidence.js';

/** Projects. */
export const PROJECT_EVIDENCE = [
  {
    id: 'project-shape',
    statement:
      'A project has id, projectKey, parent, isFolder, createdDate, modifiedDate, createdBy, modifiedBy, fields and type; folders have no projectKey, root projects no parent.',
    grade: 'captured',
    source: 'project lists of cloud tenants, 2016 and 2025',
  },
] as const satisfies readonly Evidence[];
