import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { evidenceOf, overridesForm, readOverrides, startSimulator } from '../../mock-server/index.js';
import { expectOverruledStatus } from '../helpers/every-response.js';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

const USERS = '/rest/v1/users';

async function fileWith(content: unknown): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'jama-sim-overrides-')), 'overrides.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const gradeOf = (overrides: Parameters<typeof evidenceOf>[0], id: string) =>
  evidenceOf(overrides).find((rule) => rule.id === id);

describe('overrides', () => {
  test('correct a status and a text, which then count as no guess', async () => {
    expectOverruledStatus(409);
    const overrides = {
      messages: {
        'username-taken': { status: 409, message: 'Username {username} in use', source: 'our tenant' },
      },
    } as const;
    const { origin, tenant, credentials } = await tenantUnderTest({ overrides });
    const { accessToken } = await tenant.tokens.issue(credentials, tenant.owner.username);
    const answer = await fetch(`${origin}/jama${USERS}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        username: 'api.service',
        password: 'secret1',
        firstName: 'A',
        lastName: 'B',
        email: 'a@b.c',
        licenseType: 'NAMED',
      }),
    });
    expect([answer.status, answer.headers.get('x-jama-sim-inferred')]).toEqual([409, null]);
    expect(await answer.json()).toMatchObject({
      meta: { status: 'Conflict', message: 'Username api.service in use' },
    });
    expect(gradeOf(overrides, 'username-taken')).toMatchObject({ grade: 'overridden', source: 'our tenant' });
  });

  test('of one tenant leave the others as they are', async () => {
    const overrides = {
      messages: { 'user-not-found': { message: 'gone: {id}' } },
    };
    const one = await tenantUnderTest({ overrides });
    const other = await tenantUnderTest();
    const corrected = await one.call('GET', `${USERS}/9999`);
    expect([corrected.json.meta.message, corrected.inferred]).toEqual(['gone: 9999', []]);
    const guessed = await other.call('GET', `${USERS}/9999`);
    expect(guessed.inferred).toEqual(['record-not-found']);
  });

  test('a rule that several messages rest on is overridden when all of them are', () => {
    const two = { 'user-not-found': { message: 'a' }, 'usergroup-not-found': { message: 'b' } };
    expect(gradeOf({ messages: two }, 'record-not-found')?.grade).toBe('inferred');
    const all = { ...two, 'project-not-found': { message: 'c' } };
    expect(gradeOf({ messages: all }, 'record-not-found')).toMatchObject({ grade: 'overridden' });
  });

  test('confirm a rule that has no text', async () => {
    const overrides = { rules: { 'list-order': { source: 'our tenant, May 2026' } } };
    const { call } = await tenantUnderTest({ overrides });
    const plain = await tenantUnderTest();
    const inferredIn = async (send: typeof call) =>
      (await send('GET', `${USERS}?firstName=x&startAt=0`)).inferred;
    expect(await inferredIn(plain.call)).toContain('filter-match');
    const confirmed = await tenantUnderTest({ overrides: { rules: { 'filter-match': { source: 'seen' } } } });
    expect(await inferredIn(confirmed.call)).not.toContain('filter-match');
    expect(gradeOf(overrides, 'list-order')).toMatchObject({
      grade: 'overridden',
      source: 'our tenant, May 2026',
    });
  });

  test('correct the errors of the token endpoint', async () => {
    const tokenMessages = {
      'wrong-client': { status: 400, error: 'unauthorized_client', description: 'No.' },
    };
    const { call } = await tenantUnderTest({ overrides: { tokenMessages } });
    const { status, json, inferred } = await call('POST', '/rest/oauth/token?grant_type=client_credentials', {
      headers: { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` },
    });
    expect([status, json, inferred]).toEqual([
      400,
      { error: 'unauthorized_client', error_description: 'No.' },
      [],
    ]);
  });

  test('correct what is answered to a request that is not HTTP', async () => {
    const overrides = { messages: { 'request-malformed': { message: 'What?' } } };
    const simulator = await startSimulator({ users: 1, overrides });
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(simulator.port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('close', () => resolve(text));
    });
    await simulator.stop();
    expect(answer).toContain('"message":"What?"');
    expect(answer).not.toContain('x-jama-sim-inferred');
  });
});

describe('a file of overrides', () => {
  test('is the form, corrected', async () => {
    const form = overridesForm();
    const overrides = await readOverrides(await fileWith(form));
    expect(overrides).toEqual(form);
    const left = evidenceOf(overrides).filter(({ grade }) => grade === 'inferred');
    expect(left.map(({ id }) => id)).not.toContain('username-taken');
    expect(left.map(({ id }) => id)).toContain('list-order');
  });

  test.each([
    ['{"messages":{\n  "user-not-fund":{"status":404}}}', '2:3', 'did you mean "user-not-found"?'],
    ['{"rules":{"list-order":{}}}', '1:24', '"source" is missing'],
    ['{"rules":{"list-ordr":{"source":"x"}}}', '1:11', 'did you mean "list-order"?'],
    ['{"messages":{"media-type":{"status":200}}}', '1:37', '200 must be >= 400'],
    ['{"messages":{"media-type":{"mesage":"x"}}}', '1:28', 'did you mean "message"?'],
    ['{"tokenMessages":{"no-grant":{}}}', '1:30', 'It is empty'],
  ])('%j is refused at %s', async (text, place, words) => {
    const file = await fileWith(text);
    const refused = readOverrides(file);
    await expect(refused).rejects.toMatchObject({
      code: 'overrides-file-invalid',
      message: expect.stringContaining(`${file}:${place}  `),
    });
    await expect(readOverrides(file)).rejects.toThrow(words);
  });
});
