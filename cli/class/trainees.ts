import { InvalidArgumentError } from 'commander';
import { names } from '../serve-flags.js';

const MOST = 200;

/** The names of the trainees: those that are given, or as many as a number says, `trainee-01` and so on. */
export function traineeNames(text: string): readonly string[] {
  if (!/^\d+$/.test(text)) return distinct(names(text));
  const count = Number(text);
  if (count < 1 || count > MOST)
    throw new InvalidArgumentError(`It must be a number from 1 to ${MOST}, or names.`);
  const digits = Math.max(2, text.length);
  return Array.from({ length: count }, (_, at) => `trainee-${String(at + 1).padStart(digits, '0')}`);
}

function distinct(given: readonly string[]): readonly string[] {
  const again = given.find(
    (name, at) => given.findIndex((one) => one.toLowerCase() === name.toLowerCase()) < at,
  );
  if (again !== undefined)
    throw new InvalidArgumentError(`"${again}" is there twice; case does not tell names apart.`);
  const odd = given.find((name) => !/^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/.test(name));
  if (odd !== undefined)
    throw new InvalidArgumentError(
      `"${odd}" cannot be part of an address: take letters from a to z, digits, ".", "_" or "-", such as anna.mueller.`,
    );
  if (given.some((name) => name.toLowerCase() === 'jama'))
    throw new InvalidArgumentError('"jama" is the trainer\'s own tenant; choose another name.');
  return given;
}
