import type { Value } from './values/value.js';

/** The variables of a script. One that is bound later is converted when somebody first asks for it, which most calls never do. */
export class Variables extends Map<string, Value> {
  readonly #later = new Map<string, () => Value>();

  bindLater(name: string, convert: () => Value): void {
    super.set(name, null);
    this.#later.set(name, convert);
  }

  override get(name: string): Value | undefined {
    const convert = this.#later.get(name);
    if (convert !== undefined) this.set(name, convert());
    return super.get(name);
  }

  override set(name: string, value: Value): this {
    this.#later.delete(name);
    return super.set(name, value);
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    for (const name of [...this.#later.keys()]) this.get(name);
    return super[Symbol.iterator]();
  }
}
