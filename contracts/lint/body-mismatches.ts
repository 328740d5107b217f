import { Ajv2020 } from 'ajv/dist/2020.js';
import { resolve } from '../target/operations.js';
import {
  inlined,
  isOpen,
  propertiesOf,
  requestSchema,
  requiredOf,
  type Schema,
} from '../target/response-schema.js';
import type { Target } from '../target/target.js';
import { bodySkeleton, type SkeletonValue, type Span } from './body-skeleton.js';
import { type CallSite, isAlone } from './call-sites.js';
import { calledOperation } from './called-operation.js';

/** What the body of a call has against the body that the operation takes. `span` is where in the body template. */
export type BodyMismatch =
  | { readonly kind: 'unknown'; readonly key: string; readonly known: readonly string[]; readonly span: Span }
  | { readonly kind: 'missing'; readonly key: string; readonly span: Span }
  | {
      readonly kind: 'type';
      readonly key: string;
      readonly wants: string;
      readonly sends: string;
      readonly span: Span;
    };

const ajv = new Ajv2020({
  strict: false,
  logger: false,
  formats: { int32: true, int64: true, email: true, password: true },
});

/** Compares a body template, unread, with the request schema of the operation that the call should invoke. */
export function bodyMismatches(target: Target, site: CallSite): BodyMismatch[] {
  const { called } = calledOperation(target, site);
  const operation = isAlone(site) ? (target.operationFor(site.purpose)?.operation ?? called) : called;
  const schema = operation && requestSchema(target.openapi, operation);
  if (schema && (site.call.httpParams === undefined || site.params?.trim() === ''))
    return requiredOf(target.openapi, schema).map((key) => ({
      kind: 'missing',
      key,
      span: { start: 0, end: 0 },
    }));
  const skeleton = site.params === undefined ? undefined : bodySkeleton(site.params);
  if (!schema || skeleton?.kind !== 'object') return [];
  const known = propertiesOf(target.openapi, schema);
  const found: BodyMismatch[] = [];
  for (const { key, keyAt, value } of skeleton.fields.values()) {
    const property = known.get(key);
    if (!property && isOpen(target.openapi, schema)) continue;
    if (!property) found.push({ kind: 'unknown', key, known: [...known.keys()], span: keyAt });
    else if (!accepts(target, property, value)) {
      found.push({ kind: 'type', key, wants: describe(property), sends: sent(value), span: value.at });
    }
  }
  for (const key of requiredOf(target.openapi, schema)) {
    if (!skeleton.fields.has(key)) found.push({ kind: 'missing', key, span: skeleton.at });
  }
  return found;
}

function accepts({ openapi }: Target, schema: Schema, value: SkeletonValue): boolean {
  if (value.kind === 'expression') return true;
  if (value.kind === 'literal') return validates(inlined(openapi, schema) as Schema, value.value);
  const kinds = [schema, ...alternatives(openapi, schema)].flatMap((one) => types(one));
  return kinds.length === 0 || kinds.includes(value.kind === 'text' ? 'string' : value.kind);
}

/** A schema that cannot be compiled accepts everything: it is not the package's mistake. */
function validates(schema: Schema, value: unknown): boolean {
  try {
    return ajv.validate(schema, value);
  } catch {
    return true;
  }
}

function alternatives(openapi: Target['openapi'], { allOf = [], oneOf = [], anyOf = [] }: Schema): Schema[] {
  const parts = [...allOf, ...oneOf, ...anyOf].map((part) => resolve<Schema>(openapi, part as Schema));
  return parts.flatMap((part) => [part, ...alternatives(openapi, part)]);
}

function types(schema: Schema): readonly string[] {
  return Array.isArray(schema.type) ? schema.type : schema.type ? [schema.type] : [];
}

function describe(schema: Schema): string {
  if (schema.enum) return `one of ${schema.enum.filter((value) => value !== null).join(', ')}`;
  return types(schema)
    .filter((type) => type !== 'null')
    .join(' or ');
}

function sent(value: SkeletonValue): string {
  if (value.kind === 'text') return 'text (the value is in quotes)';
  if (value.kind !== 'literal') return `an ${value.kind}`;
  return typeof value.value === 'string'
    ? `the text ${JSON.stringify(value.value)}`
    : JSON.stringify(value.value);
}
