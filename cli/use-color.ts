/** True when the output is a terminal and nobody asked for plain text (NO_COLOR). */
export function useColor(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
}
