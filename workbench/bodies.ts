import { Ajv2020 } from 'ajv/dist/2020.js';
import { flows } from '../contracts/index.js';
import { ExtensionProblem } from '../mock-server/index.js';

const text = { type: 'string', minLength: 1, maxLength: 200 } as const;

function closed(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties, additionalProperties: false } as const;
}

export const PACKAGE_SCHEMA = closed({ id: text });
export const NAME_SCHEMA = closed({ name: { type: 'string', minLength: 1, maxLength: 60 } });
export const ANEW_SCHEMA = closed({ tenants: { type: 'array', maxItems: 1000, items: text } });
export const EDIT_SCHEMA = closed({ package: text, text: { type: 'string', maxLength: 2_000_000 } });
export const RUN_SCHEMA = closed(
  {
    flow: { enum: ['test connection', ...flows] },
    mode: { enum: ['whole', 'step'] },
    identity: text,
    account: text,
    entitlement: text,
    incremental: { type: 'boolean' },
  },
  ['identity', 'account', 'entitlement', 'incremental'],
);
const DROPPED = {
  name: text,
  files: {
    type: 'array',
    minItems: 1,
    maxItems: 100,
    items: closed({ name: text, content: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$' } }),
  },
} as const;
export const DROP_SCHEMA = closed(DROPPED);
export const BRING_SCHEMA = closed({ ...DROPPED, whole: { type: 'boolean' } }, ['whole']);

const ajv = new Ajv2020();

/** A body as its schema says. @throws ExtensionProblem `body-invalid` with the place */
export function readBody<Body>(schema: object, body: unknown): Body {
  if (ajv.validate(schema, body)) return body as Body;
  const [first] = ajv.errors ?? [];
  throw new ExtensionProblem(
    400,
    'body-invalid',
    `The body${first?.instancePath ? ` at ${first.instancePath}` : ''} ${first?.message ?? 'is wrong'}.`,
  );
}
