import { bodySkeleton } from './body-skeleton.js';

/** Attributes that every identity of these scenarios has; the others may be null. */
const always = new Set([
  'user.username',
  'user.firstname',
  'user.lastname',
  'user.email',
  'accountName',
  'password',
]);

/**
 * A field of a body whose value may be absent or hold a quote, as it is written in a connector JSON: the JSON writer puts the
 * quotes around a value and escapes what stands between.
 * @param path what EIC binds, such as `user.title`
 */
export function fieldRemedy(field: string, path: string): string {
  const written = `new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(${path})`;
  const value = mayBeAbsent(path) ? `${path} == null ? '""' : ${written}` : written;
  return JSON.stringify(`"${field}":\${${value}}`).slice(1, -1);
}

/** The path that an expression prints as it is: `user.title` of `${user.title}`. */
export function barePath(template: string): string | undefined {
  return /\$\{\s*([A-Za-z_][\w.]*)\s*\}/.exec(template)?.[1];
}

/** Whether an identity may have no value there. */
export function mayBeAbsent(path: string): boolean {
  return !always.has(path);
}

/** What to write for the value that stands at an offset of a body template; undefined where the template shows no field there. */
export function remedyAt(template: string, offset: number, path: string): string | undefined {
  const skeleton = bodySkeleton(template);
  if (skeleton?.kind !== 'object') return undefined;
  const field = [...skeleton.fields.values()].find(
    ({ value: { at } }) => at.start <= offset && offset < at.end,
  );
  return field && fieldRemedy(field.key, path);
}
