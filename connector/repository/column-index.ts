/** Finds records by the value of a column; kept up to date while records change. */
export interface ColumnIndex<T> {
  find(column: string, value: string): T | undefined;
  /** Tells the index of a new or replaced record. */
  change(before: T | undefined, after: T): void;
  clear(): void;
}

/**
 * An index over all columns of some records; a column is indexed when it is first asked for.
 * Of several records with the same value the last one is found.
 */
export function columnIndex<T>(
  records: () => Iterable<T>,
  columnOf: (record: T, column: string) => string | null | undefined,
): ColumnIndex<T> {
  const columns = new Map<string, Map<string, T>>();

  function put(index: Map<string, T>, column: string, record: T): void {
    const value = columnOf(record, column);
    if (value !== null && value !== undefined) index.set(value, record);
  }

  return {
    find(column, value) {
      let index = columns.get(column);
      if (index === undefined) {
        index = new Map();
        for (const record of records()) put(index, column, record);
        // An index of nothing would have to follow every record that comes.
        if (index.size > 0) columns.set(column, index);
      }
      return index.get(value);
    },
    change(before, after) {
      for (const [column, index] of columns) {
        const old = before === undefined ? undefined : columnOf(before, column);
        if (old !== null && old !== undefined && index.get(old) === before) index.delete(old);
        put(index, column, after);
      }
    },
    clear() {
      columns.clear();
    },
  };
}
