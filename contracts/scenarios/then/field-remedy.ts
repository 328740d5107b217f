/** Attributes that every identity of these scenarios has; the others may be null. */
const always = new Set(['user.username', 'user.firstname', 'user.lastname', 'user.email', 'accountName']);

/**
 * A field of a body whose value may be absent or hold a quote, as it is written in a connector JSON: the JSON writer puts the
 * quotes around a value and escapes what stands between.
 * @param path what EIC binds, such as `user.title`
 */
export function fieldRemedy(field: string, path: string): string {
  const written = `new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(${path})`;
  const value = always.has(path) ? written : `${path} == null ? '""' : ${written}`;
  return JSON.stringify(`"${field}":\${${value}}`).slice(1, -1);
}

/** The path that an expression prints as it is: `user.title` of `${user.title}`. */
export function barePath(template: string): string | undefined {
  return /\$\{\s*([A-Za-z_][\w.]*)\s*\}/.exec(template)?.[1];
}
