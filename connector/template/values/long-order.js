/** Math.max for Longs, which Math.max does not take. */
export function largest(a, b) {
    if (a < b)
        return b;
    return a;
}
/** Math.min for Longs. */
export function smallest(a, b) {
    if (b < a)
        return b;
    return a;
}
