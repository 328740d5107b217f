import { CommanderError } from 'commander';
import { reportFailure } from './failure.js';
import { createProgram } from './program.js';

try {
  const program = await createProgram(process.argv[2]);
  await program.parseAsync(process.argv);
} catch (error) {
  // commander has printed help, version or its complaint already.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = reportFailure(error);
}
