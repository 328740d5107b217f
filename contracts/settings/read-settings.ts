import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type ConnectorDocument, pointerTo, readDocument } from '../../connector/index.js';
import { nearMiss } from '../lint/near-miss.js';
import { settingsSchema } from './schema.js';
import { type Settings, SettingsError, type Suppression } from './settings.js';

/** The name under which a settings file is found. */
export const SETTINGS_FILE = 'jama-sim.json';

/** The settings of somebody who has no settings file. */
export const noSettings: Settings = { off: [] };

/**
 * The settings file that goes with a package: in its folder, beside it, or in the working directory, whichever comes first;
 * undefined when there is none.
 */
export async function findSettings(packagePath: string): Promise<string | undefined> {
  const path = resolve(packagePath);
  for (const folder of [path, dirname(path), process.cwd()]) {
    const file = join(folder, SETTINGS_FILE);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
  }
  return undefined;
}

/**
 * Reads a settings file.
 * @throws SettingsError when it cannot be read or does not say what a settings file can say
 */
export async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new SettingsError(
      'settings-unreadable',
      `The settings file ${file} cannot be read: ${error.message}`,
      'Check the path given with --config.',
    );
  });
  return parseSettings(text, file);
}

/** Takes a settings file's text apart; `file` is for the messages. */
export function parseSettings(text: string, file: string): Settings {
  const document = readDocument({ name: basename(file), file, text });
  if (document.value === undefined) {
    const { line = 1, column = 1, message = 'the text is empty', remedy } = document.problem ?? {};
    throw invalid(file, line, column, `It is not JSON: ${message}.`, remedy ?? 'Write {"off": []}.');
  }
  const ajv = new Ajv2020({ strict: false, verbose: true });
  const validate = ajv.compile<{ readonly off?: readonly Partial<Suppression>[] }>(settingsSchema);
  const value: unknown = document.value;
  if (!validate(value)) throw explained(document, file, validate.errors?.[0]);
  const off = (value.off ?? []).map(({ rule = '', file: name = '', pointer = '', reason = '' }) => ({
    rule,
    file: name,
    pointer,
    reason,
  }));
  return { off };
}

function explained(document: ConnectorDocument, file: string, error: ErrorObject | undefined): SettingsError {
  const { instancePath = '', keyword = '', params = {} } = error ?? {};
  if (keyword === 'additionalProperties') {
    const key = String(params.additionalProperty);
    const { line, column } = document.place(pointerTo(instancePath, key), 'key');
    const known = Object.keys((error?.parentSchema?.properties as object | undefined) ?? {});
    const meant = nearMiss(key, known);
    return invalid(
      file,
      line,
      column,
      `"${key}" is not a setting.`,
      meant ? `Rename it: "${meant}"` : `Settings here: ${known.join(', ')}.`,
    );
  }
  const { line, column } = document.place(instancePath);
  if (keyword === 'required') {
    const missing = String(params.missingProperty);
    const remedy =
      missing === 'reason' ? 'Add "reason": say why the rule does not hold here.' : `Add "${missing}".`;
    return invalid(file, line, column, `"${missing}" is missing.`, remedy);
  }
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly string[] | undefined) ?? [];
    return invalid(file, line, column, 'This is not a connector JSON.', `Use one of: ${allowed.join(', ')}.`);
  }
  const key = instancePath.split('/').at(-1) ?? '';
  return invalid(file, line, column, `${key === '' ? 'It' : `"${key}"`} ${error?.message}.`, remedyFor(key));
}

function remedyFor(key: string): string {
  if (key === 'reason') return 'Say in words why the rule does not hold here.';
  if (key === 'pointer') return 'Give a JSON pointer, such as /accountParams/call/call1, or leave it out.';
  if (key === 'rule') return 'Give the code of a finding, such as page-size-above-cap.';
  return 'Write {"off": [{"rule": ..., "file": ..., "pointer": ..., "reason": ...}]}.';
}

function invalid(file: string, line: number, column: number, message: string, remedy: string): SettingsError {
  return new SettingsError('settings-invalid', `${file}:${line}:${column}   ${message}`, remedy);
}
