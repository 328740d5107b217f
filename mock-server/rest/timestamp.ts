/** An instant (epoch milliseconds) as Jama writes it: `2025-07-03T17:43:03.807+0000` [captured]. */
export function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}+0000`;
}
