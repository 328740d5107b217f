import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readIdentities } from '../../../connector/index.js';

async function file(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'jama-sim-')), 'identities');
  await writeFile(path, text);
  return path;
}

describe('readIdentities', () => {
  test.each([
    ['JSON', '[{"username":"ann","lastname":"O\'Neil, Jr.","title":null},{"username":"bo"}]'],
    ['CSV', 'username,lastname,title\nann,"O\'Neil, Jr.",\nbo,,\n'],
    [
      'CSV as Excel writes it: semicolons, byte order mark, CRLF',
      "\ufeffusername;lastname;title\r\nann;O'Neil, Jr.;\r\nbo;;\r\n",
    ],
    ['tabs', "username\tlastname\ttitle\nann\tO'Neil, Jr.\t\nbo\t\t\n"],
  ])('reads %s', async (_, text) => {
    const [ann, bo] = await readIdentities(await file(text));
    expect(ann).toEqual({ username: 'ann', lastname: "O'Neil, Jr.", title: null });
    expect(bo?.username).toBe('bo');
  });

  test.each([
    ['a column too many', 'username,lastname\nann,Lee,x\n', /line 2/],
    ['no username', 'login,lastname\nann,Lee\n', /entry 1 has no username/],
    ['an empty username', 'username,lastname\nann,Lee\n,Ito\n', /entry 2 has no username/],
    ['a username twice', 'username\nann\nbo\nann\n', /entries 1 and 3/],
    ['a quote that is not closed', 'username\n"ann\n', /Quote/],
    ['broken JSON', '[{"username":"ann"', /not JSON/],
    ['JSON with an object as a value', '[{"username":"ann","manager":{"username":"bo"}}]', /entry 1/],
  ])('refuses %s, and says where', async (_, text, message) => {
    const path = await file(text);
    await expect(readIdentities(path)).rejects.toMatchObject({
      code: 'identities-unusable',
      message: expect.stringMatching(message),
      remedy: expect.stringContaining('username'),
      file: path,
    });
  });

  test('says so when there is no such file', async () => {
    await expect(readIdentities('no/such/file.csv')).rejects.toMatchObject({ code: 'identities-unreadable' });
  });
});
