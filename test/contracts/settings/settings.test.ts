import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { findSettings, readSettings, settingsSchema } from '../../../contracts/index.js';
import { applySettings, parseSettings } from '../../../contracts/settings/index.js';
import { judgedPackage } from '../report/judged.js';

const entry = { rule: 'page-size-above-cap', file: 'ImportAccountEntJSON', reason: 'larger pages' };

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jama-sim-'));
}

describe('a settings file', () => {
  test.each([
    ['{ "off": [ }', /^file:1:\d+ {3}It is not JSON/, /./],
    ['', /It is not JSON/, /"off"/],
    ['{ "of": [] }', /^file:1:3 {3}"of" is not a setting/, /"off"/],
    ['{\n"off": [{ "rule": "x", "file": "ConfigJSON" }] }', /^file:2:9 {3}"reason" is missing/, /say why/],
    [
      '{ "off": [{ "rule": "x", "file": "ConfigJSON", "reason": " " }] }',
      /"reason" must match/,
      /why the rule/,
    ],
    [
      '{ "off": [{ "rule": "X y", "file": "ConfigJSON", "reason": "r" }] }',
      /"rule" must match/,
      /code of a finding/,
    ],
    ['{ "off": [{ "rule": "x", "file": "Import", "reason": "r" }] }', /not a connector JSON/, /ConfigJSON/],
    [
      '{ "off": [{ "rule": "x", "file": "ConfigJSON", "reason": "r", "pointer": "a" }] }',
      /"pointer"/,
      /JSON pointer/,
    ],
    ['[]', /It must be object/, /"off"/],
  ])('%j is refused with its place and a remedy', (text, message, remedy) => {
    expect(() => parseSettings(text, 'file')).toThrow(
      expect.objectContaining({
        code: 'settings-invalid',
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      }),
    );
  });

  test('that does not exist is refused', async () => {
    await expect(readSettings('no-such-file.json')).rejects.toMatchObject({ code: 'settings-unreadable' });
  });

  test('that is refused is refused by its schema, and the other way round', () => {
    const validate = new Ajv2020().compile(settingsSchema);

    expect(validate({ $schema: 'x', off: [entry] })).toBe(true);
    expect(validate({ off: [{ ...entry, reason: '' }] })).toBe(false);
    expect(parseSettings(JSON.stringify({ off: [entry] }), 'file')).toEqual({
      off: [{ ...entry, pointer: '' }],
    });
  });

  test('is found in the package folder first, then beside it', async () => {
    const place = await newFolder();
    const folder = join(place, 'connector');
    await mkdir(folder);
    await writeFile(join(place, 'jama-sim.json'), '{}');

    expect(await findSettings(folder)).toBe(join(place, 'jama-sim.json'));

    await writeFile(join(folder, 'jama-sim.json'), '{}');
    expect(await findSettings(folder)).toBe(join(folder, 'jama-sim.json'));
  });
});

describe('a rule that is switched off', () => {
  test.each([
    ['', true],
    ['/accountParams', true],
    ['/accountParams/call/call1/pagination/offset/batchSize', true],
    ['/account', false],
    ['/accountParams/call/call1/pagination/offset/batchSize/x', false],
  ])('at %j: %s', async (pointer, covered) => {
    const { result } = await judgedPackage();

    const applied = applySettings(result.findings, { off: [{ ...entry, pointer }] });

    expect(applied.suppressed.map(({ finding }) => finding.code)).toEqual(covered ? [entry.rule] : []);
    expect(applied.unused).toHaveLength(covered ? 0 : 1);
    expect(applied.findings).toHaveLength(result.findings.length - (covered ? 1 : 0));
  });

  test('stays on in other connector JSONs, and other rules stay on', async () => {
    const { result } = await judgedPackage();

    const other = { ...entry, pointer: '', file: 'DisableAccountJSON' };
    const rule = { ...entry, pointer: '', rule: 'unknown-key' };

    expect(applySettings(result.findings, { off: [other, rule] }).suppressed).toEqual([]);
  });
});
