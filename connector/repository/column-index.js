/**
 * An index over all columns of some records; a column is indexed when it is first asked for.
 * Of several records with the same value the last one is found.
 */
export function columnIndex(records, columnOf) {
    const columns = new Map();
    function put(index, column, record) {
        const value = columnOf(record, column);
        if (value !== null && value !== undefined)
            index.set(value, record);
    }
    return {
        find(column, value) {
            let index = columns.get(column);
            if (index === undefined) {
                index = new Map();
                for (const record of records())
                    put(index, column, record);
                // An index of nothing would have to follow every record that comes.
                if (index.size > 0)
                    columns.set(column, index);
            }
            return index.get(value);
        },
        change(before, after) {
            for (const [column, index] of columns) {
                const old = before === undefined ? undefined : columnOf(before, column);
                if (old !== null && old !== undefined && index.get(old) === before)
                    index.delete(old);
                put(index, column, after);
            }
        },
        clear() {
            columns.clear();
        },
    };
}
