/** Attributes that every identity of these scenarios has; the others may be null. */
const always = new Set(['user.username', 'user.firstname', 'user.lastname', 'user.email', 'accountName']);

/**
 * A field of a body whose value may be absent or hold a quote, as it is written in a connector JSON: the JSON writer puts the
 * quotes around a value and escapes what stands between.
 * @param path what EIC binds, such as `user.title`
 */
export function fieldRemedy(field: string, path: string): string {
  const written = `groovy.json.JsonOutput.toJson(${path})`;
  const value = always.has(path) ? written : `${path} == null ? '""' : ${written}`;
  return JSON.stringify(`"${field}":\${${value}}`).slice(1, -1);
}

/** The attribute of the identity that an expression prints: `user.title` of `${user.title}` and of what is made of it. */
export function printedPath(template: string): string | undefined {
  return /\buser\.\w+/.exec(template)?.[0];
}
