import { readFile } from 'node:fs/promises';
import type { Texts } from '../contracts/mutants/mutant.js';

const names = [
  'ConnectionJSON',
  'ImportAccountEntJSON',
  'STATUS_THRESHOLD_CONFIG',
  'ConfigJSON',
  'CreateAccountJSON',
  'UpdateAccountJSON',
  'EnableAccountJSON',
  'DisableAccountJSON',
  'RemoveAccountJSON',
  'AddAccessJSON',
  'RemoveAccessJSON',
];

/** The texts of the package that jama-sim ships. */
export async function cleanPackage(): Promise<Texts> {
  const texts = names.map(async (name) => [
    name,
    await readFile(`fixtures/packages/jama-connect/${name}.json`, 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}
