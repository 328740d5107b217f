/**
 * A document of OpenAPI 3.0 in the words of 3.1: `nullable` becomes a type, and an exclusive bound a number. Those of 3.1 come
 * back as they are.
 */
export function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== 'object' || value === null) return value;
  const all = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, normalised(child)]));
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...rest } = all;
  return {
    ...rest,
    ...(nullable === undefined || typeof nullable === 'boolean' ? {} : { nullable }),
    ...(nullable === true ? withNull(rest) : {}),
    ...bound('exclusiveMinimum', exclusiveMinimum, rest.minimum),
    ...bound('exclusiveMaximum', exclusiveMaximum, rest.maximum),
  };
}

function withNull({ type, enum: values }: { readonly type?: unknown; readonly enum?: unknown }): object {
  return {
    ...(typeof type === 'string' ? { type: [type, 'null'] } : {}),
    ...(Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}

function bound(name: string, exclusive: unknown, limit: unknown): object {
  if (exclusive === undefined || exclusive === false) return {};
  if (exclusive !== true) return { [name]: exclusive };
  return limit === undefined ? {} : { [name]: limit };
}
