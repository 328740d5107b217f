/** A command line that cannot be used, or a target that cannot be reached: a stable code, what is wrong, what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly exitStatus: 2 | 3 = 2,
  ) {
    super(message);
  }
}

/**
 * Prints an error to the error output and gives the exit status: 2 for what the user can mend, 3 for a target that cannot be
 * reached, 70 for a fault of jama-sim
 * itself, which is shown whole so that it can be reported.
 */
export function reportFailure(error: unknown): number {
  if (isExplained(error)) {
    const { code, message, remedy } = error;
    process.stderr.write(`${message}  [${code}]\n  ${remedy}\n`);
    return error instanceof UsageError ? error.exitStatus : 2;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `This is a fault of jama-sim, not of your input. Please report it with what follows.\n${text}\n`,
  );
  return 70;
}

/** An error that says what to do: those of every room that a user can cause do. */
function isExplained(error: unknown): error is Error & { readonly code: string; readonly remedy: string } {
  return error instanceof Error && 'remedy' in error && 'code' in error;
}
