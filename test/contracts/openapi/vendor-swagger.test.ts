import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import type { OpenAPIV3_1 } from 'openapi-types';
import { openapi } from '../../../contracts/openapi/index.js';
import { EVIDENCE } from '../../../mock-server/index.js';
import { testWithShared } from '../../helpers/shared.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface VendorParameter extends Schema {
  readonly name: string;
  readonly in: string;
}

interface VendorOperation {
  readonly parameters?: readonly VendorParameter[];
  readonly responses: Readonly<Record<string, unknown>>;
}

interface Swagger {
  readonly paths: Readonly<Record<string, Readonly<Record<string, VendorOperation>>>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** The part of the vendor's Swagger that is about identities: users and user groups with their members. */
const IDENTITY = /^\/(users|usergroups)(\/|$)/;

/** Our schemas and those of the vendor that are about the same thing. */
const SAME = [
  ['User', 'User'],
  ['UserGroup', 'UserGroup'],
  ['NewUser', 'RequestUser'],
  ['ChangedUser', 'RequestUser'],
  ['ActiveStatus', 'RequestActiveStatus'],
  ['NewUserGroup', 'RequestUserGroup'],
  ['ChangedUserGroup', 'RequestUserGroup'],
  ['GroupUser', 'RequestGroupUser'],
] as const;

describe("the vendor's Swagger of 2020", () => {
  testWithShared(
    'differs from our OpenAPI document only where the ledger says so, with a reason',
    'reference/jama-swagger-v1-2020.json',
    async (file) => {
      const swagger = JSON.parse(await readFile(file, 'utf8')) as Swagger;
      const found = [...operationDifferences(swagger), ...schemaDifferences(swagger)].sort();
      const listed = EVIDENCE.flatMap(({ differences = [] }) => differences).sort();
      expect(found).toEqual(listed);
    },
  );
});

function operationDifferences({ paths }: Swagger): string[] {
  const theirs = operations(paths as never).filter(({ path }) => IDENTITY.test(path));
  const ours = operations(openapi.paths as never).filter(({ path }) => IDENTITY.test(path));
  const key = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;
  const missing = theirs.filter((one) => !ours.some((other) => key(one) === key(other)));
  const added = ours.filter((one) => !theirs.some((other) => key(one) === key(other)));
  const shared = ours.flatMap((our) =>
    theirs
      .filter((one) => key(one) === key(our))
      .map((their) => ({ our: our.operation, their: their.operation, at: key(our) })),
  );
  return [
    ...missing.map((one) => `${key(one)} is not served`),
    ...added.map((one) => `${key(one)} is added`),
    ...shared.flatMap(({ our, their, at }) => [
      ...statusDifferences(at, our as OpenAPIV3_1.OperationObject, their as VendorOperation),
      ...parameterDifferences(at, our as OpenAPIV3_1.OperationObject, their as VendorOperation),
    ]),
  ];
}

function operations(paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
      .map(([method, operation]) => ({ path, method, operation })),
  );
}

function statusDifferences(at: string, our: OpenAPIV3_1.OperationObject, their: VendorOperation): string[] {
  const success = (responses: object = {}) => Object.keys(responses).filter((status) => /^2/.test(status));
  const [ours, theirs] = [success(our.responses), success(their.responses)];
  const difference = String(ours) === String(theirs) ? [] : [`${at} answers ${ours}, not ${theirs}`];
  const errors = (responses: object = {}) => Object.keys(responses).filter((status) => /^[45]/.test(status));
  const described = errors(our.responses).length > 0 && errors(their.responses).length === 0;
  return described ? [...difference, `${at} describes its errors`] : difference;
}

function parameterDifferences(
  at: string,
  our: OpenAPIV3_1.OperationObject,
  their: VendorOperation,
): string[] {
  const ours = (our.parameters ?? []) as unknown as readonly (Schema & {
    name: string;
    in: string;
    schema: Schema;
  })[];
  const theirs = (their.parameters ?? []).filter((one) => one.in !== 'body');
  const added = ours.filter((one) => !theirs.some(({ name }) => name === one.name));
  const missing = theirs.filter((one) => !ours.some(({ name }) => name === one.name));
  const typed = ours.flatMap((one) => {
    const their = theirs.find(({ name }) => name === one.name);
    return their === undefined ? [] : typeDifferences(`${at} ${one.name}`, one.schema, their);
  });
  return [
    ...added.map(({ name }) => `${at} takes ${name}`),
    ...missing.map(({ name }) => `${at} does not take ${name}`),
    ...typed,
  ];
}

function schemaDifferences({ definitions }: Swagger): string[] {
  return SAME.flatMap(([our, their]) => {
    const ours = (openapi.components?.schemas?.[our] ?? {}) as Schema;
    const theirs = definitions[their] ?? {};
    const [ourFields, theirFields] = [fields(ours), fields(theirs)];
    const required = (schema: Schema) => schema.required ?? [];
    return [
      ...Object.keys(ourFields).flatMap((name) => (name in theirFields ? [] : [`${our}.${name} is added`])),
      ...Object.keys(theirFields).flatMap((name) => (name in ourFields ? [] : [`${our}.${name} is missing`])),
      ...required(theirs).flatMap((name) =>
        required(ours).includes(name) ? [] : [`${our}.${name} is optional`],
      ),
      ...required(ours).flatMap((name) =>
        name in theirFields && !required(theirs).includes(name) ? [`${our}.${name} is required`] : [],
      ),
      ...Object.entries(ourFields).flatMap(([name, schema]) =>
        theirFields[name] === undefined ? [] : typeDifferences(`${our}.${name}`, schema, theirFields[name]),
      ),
    ];
  });
}

const fields = ({ properties = {} }: Schema): Readonly<Record<string, Schema>> => properties;

function typeDifferences(at: string, our: Schema, their: Schema): string[] {
  const types = [our.type].flat();
  const nullable = types.includes('null') ? [`${at} may be null`] : [];
  const other = types.includes([their.type].flat()[0] ?? '') ? [] : [`${at} is ${types}, not ${their.type}`];
  const sameValues = String([...(our.enum ?? [])].sort()) === String([...(their.enum ?? [])].sort());
  return [...nullable, ...other, ...(sameValues ? [] : [`${at} has other values`])];
}
