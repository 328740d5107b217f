/** A list of records kept in ascending order of id; finding one is a binary search, reading a page is a slice. */
export class OrderedList<T extends { readonly id: number }> {
  #items: T[] = [];

  get items(): readonly T[] {
    return this.#items;
  }

  load(items: readonly T[]): void {
    this.#items = [...items].sort((a, b) => a.id - b.id);
  }

  /** Put a record in: in place of the one with its id, or where its id belongs. */
  put(item: T): void {
    const at = this.#indexOf(item.id);
    this.#items.splice(at, this.#items[at]?.id === item.id ? 1 : 0, item);
  }

  /** Take the record with this id out, if it is there. */
  remove(id: number): void {
    const at = this.#indexOf(id);
    if (this.#items[at]?.id === id) this.#items.splice(at, 1);
  }

  /** Where `id` is, or where it would be put. */
  #indexOf(id: number): number {
    const last = this.#items.at(-1);
    if (last === undefined || last.id < id) return this.#items.length;
    let low = 0;
    let high = this.#items.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#items[middle]?.id ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
