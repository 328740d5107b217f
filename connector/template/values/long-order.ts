/** Math.max for Longs, which Math.max does not take. */
export function largest(a: bigint, b: bigint): bigint {
  if (a < b) return b;
  return a;
}

/** Math.min for Longs. */
export function smallest(a: bigint, b: bigint): bigint {
  if (b < a) return b;
  return a;
}
