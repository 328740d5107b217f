/** The texts of a package's connector JSONs, by name. */
export type Texts = Readonly<Record<string, string>>;

/** One typical mistake made in a package. */
export interface Mutant {
  readonly title: string;
  readonly document: string;
  /** JSON pointers at, above or below which a finding must stand; the mutated one first. `#` after a document names another one. */
  readonly places: readonly string[];
  /** Whether a finding above its places is not enough. */
  readonly precise: boolean;
  readonly texts: Texts;
}

/** A change of the decoded JSON at a pointer; `renames` is the new name of a key that gets one. */
export interface Change {
  (value: unknown, parent: Record<string, unknown>, key: string): void;
  readonly renames?: string;
}

/** Changes one value of one document; the parent and the key are those of the pointer's last step. */
export function mutate(texts: Texts, document: string, pointer: string, change: Change): Texts {
  const root = JSON.parse(texts[document] ?? '');
  const steps = pointer.split('/').slice(1);
  const key = steps.pop() ?? '';
  let parent = root;
  for (const step of steps) parent = parent[step];
  if (!(key in parent)) throw new Error(`${document} has no ${pointer}`);
  change(parent[key], parent, key);
  return { ...texts, [document]: `${JSON.stringify(root, null, 2)}\n` };
}

/** Puts another value in its place. */
export const to =
  (next: unknown): Change =>
  (_, parent, key) => {
    parent[key] = next;
  };

/** Replaces a part of a text; it must be there. */
export const swap =
  (from: string, next: string): Change =>
  (value, parent, key) => {
    if (typeof value !== 'string' || !value.includes(from))
      throw new Error(`"${from}" is not in ${String(value)}`);
    parent[key] = value.replace(from, next);
  };

/** Deletes the key. */
export const remove: Change = (_, parent, key) => {
  delete parent[key];
};

/** Gives the key another name, in its place. */
export function rename(next: string): Change {
  const change = (_: unknown, parent: Record<string, unknown>, key: string) => {
    const entries = Object.entries(parent);
    for (const [name] of entries) delete parent[name];
    for (const [name, value] of entries) parent[name === key ? next : name] = value;
  };
  return Object.assign(change, { renames: next });
}

/** The expression by which the clean package prints a value as JSON. */
export function json(path: string): string {
  return `\${new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(${path})}`;
}
