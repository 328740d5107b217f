import { FAULT_RULE_SCHEMA } from '../tenant/faults/index.js';
import { LICENCE_TYPES } from '../tenant/model.js';

export const text = { type: 'string' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const id = { type: 'integer', minimum: 1 } as const;
export const flag = { type: 'boolean' } as const;
export const epochMs = { type: 'integer', description: 'epoch milliseconds' } as const;
export const listOf = <T extends object>(items: T) => ({ type: 'array', items }) as const;

/** An object with exactly these properties; all are required but the `optional` ones. */
export function closed(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties, additionalProperties: false } as const;
}

const nullableText = { type: ['string', 'null'] } as const;
const nullableCount = { type: ['integer', 'null'], minimum: 0 } as const;
const headers = { type: 'object', additionalProperties: { type: ['string', 'array'] } } as const;

/** What the admin API answers, by the name that the OpenAPI document gives it. */
export const ANSWERS = {
  Tenant: closed({
    name: text,
    profile: text,
    users: count,
    usergroups: count,
    projects: count,
    requests: count,
  }),
  Clock: closed(
    { now: epochMs, mode: { enum: ['real', 'frozen', 'shifted'] }, at: epochMs, byMs: { type: 'integer' } },
    ['at', 'byMs'],
  ),
  Token: closed({ id: text, issuedAt: epochMs, expiresAt: epochMs, leftMs: count }),
  Fault: {
    ...FAULT_RULE_SCHEMA,
    required: ['id', 'effect', 'matched', 'applied'],
    properties: { ...FAULT_RULE_SCHEMA.properties, id, matched: count, applied: count, problem: text },
  },
  NamedFault: closed({
    name: text,
    imitates: text,
    grade: text,
    source: text,
    rules: listOf(FAULT_RULE_SCHEMA),
  }),
  Request: closed(
    {
      id,
      at: epochMs,
      durationMs: { type: 'number', minimum: 0 },
      method: text,
      path: text,
      search: text,
      requestHeaders: headers,
      requestBody: text,
      status: { ...count, description: '0 if the connection was cut' },
      responseHeaders: headers,
      responseBody: text,
      inferred: listOf(text),
      fault: text,
    },
    ['fault'],
  ),
  User: closed({
    id,
    username: text,
    firstName: text,
    lastName: text,
    email: text,
    phone: nullableText,
    title: nullableText,
    location: nullableText,
    licenseType: { enum: LICENCE_TYPES },
    active: flag,
  }),
  UserGroup: closed({
    id,
    name: text,
    description: nullableText,
    project: nullableCount,
    members: listOf(closed({ id, username: text, active: flag })),
  }),
  Licence: closed({
    licenseType: { enum: LICENCE_TYPES },
    owned: { ...nullableCount, description: 'null if licences of this type are not counted' },
    used: count,
    left: nullableCount,
  }),
  Evidence: closed(
    {
      id: text,
      statement: text,
      grade: { enum: ['documented', 'captured', 'observed', 'inferred', 'overridden'] },
      source: text,
      differences: listOf(text),
    },
    ['differences'],
  ),
  Problem: closed({ type: text, code: text, status: count, detail: text, pointer: text }, ['pointer']),
} as const;

/** Where the OpenAPI document keeps one of them. */
export const answer = (name: keyof typeof ANSWERS) => ({ $ref: `#/components/schemas/${name}` }) as const;
