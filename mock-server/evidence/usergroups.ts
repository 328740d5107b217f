import type { Evidence } from '../evidence.js';

/** User groups and their members. */
export const USERGROUP_EVIDENCE = [
  {
    id: 'usergroup-shape',
    statement:
      'A group has id, name, description, project, uid ("g" and its id) and type "usergroups"; organization groups have no project.',
    grade: 'inferred',
    source: 'fields of the vendor Swagger and of a public data connector; no capture of a group is on record',
    differences: ['UserGroup.type is added', 'UserGroup.uid is added'],
  },
  {
    id: 'usergroups-all-listed',
    statement: 'The list of groups holds organization groups and project groups alike.',
    grade: 'inferred',
    source: 'the vendor Swagger says all groups',
  },
  {
    id: 'usergroup-description',
    statement: 'A group can be created without a description.',
    grade: 'observed',
    source: 'a .NET client on a live instance, 2020; the Swagger calls it required',
    differences: ['NewUserGroup.description is optional'],
  },
  {
    id: 'usergroup-name-taken',
    statement:
      'A name that another group of the same project or of the organization has answers 400 with "already exists".',
    grade: 'inferred',
    source: "the vendor's Python client maps 400 with these words; the text for groups is not on record",
  },
  {
    id: 'usergroup-merge',
    statement: 'PUT of a group changes only what is sent.',
    grade: 'inferred',
    source: 'by analogy to users',
    differences: ['ChangedUserGroup.description is optional', 'ChangedUserGroup.name is optional'],
  },
  {
    id: 'usergroup-delete',
    statement: 'A group with members can be deleted; its memberships go with it.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'members-inactive',
    statement: 'Inactive users can be members and are listed as such.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'member-added-answer',
    statement: 'Adding a member answers 201; location and id are those of the member.',
    grade: 'inferred',
    source: 'the 201 was observed on a live instance in 2020, location and id are not on record',
  },
  {
    id: 'member-added-twice',
    statement: 'Adding a member twice answers 400 with "already exists".',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'member-not-found',
    statement: 'Removing a user who is not a member answers 404.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'reference-not-found',
    statement: 'A user or project in a body that does not exist answers 404.',
    grade: 'inferred',
    source: 'nothing published',
  },
  {
    id: 'usergroup-kinds',
    statement: 'A group belongs to the organization or to one project.',
    grade: 'documented',
    source: 'vendor user guide; field project of the vendor Swagger',
  },
  {
    id: 'usergroup-project-filter',
    statement: 'The project parameter narrows the list of groups to those of one project.',
    grade: 'documented',
    source: 'vendor Swagger of 2020',
  },
] as const satisfies readonly Evidence[];
