import type { Bindings } from './bindings.js';
import type { BindingReference } from './references.js';
import { GroovyMap } from './values/map.js';
import { inspectText } from './values/text.js';
import type { Value } from './values/value.js';

/**
 * What the paths of a template are bound to, as `inspect()` shows it: `user.email` to `'mira@example.com'`. A path is followed
 * through maps as far as they go, so `user.email.length` gives what `user.email` is.
 */
export function boundPaths(
  references: readonly BindingReference[],
  bindings: Bindings,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { root, path } of references) {
    const value = bindings.variables.get(root);
    if (value === undefined) continue;
    const [name, end] = followed(root, path, value);
    found[name] = inspectText(end);
  }
  return found;
}

function followed(root: string, path: readonly string[], value: Value): [string, Value] {
  let [name, at] = [root, value];
  for (const key of path) {
    if (!(at instanceof GroovyMap)) break;
    name = `${name}.${key}`;
    at = at.get(key);
  }
  return [name, at];
}
