import { describe, expect, test } from '@jest/globals';
import express from 'express';
import { type Access, type Extension, ExtensionProblem, refuseOther } from '../../mock-server/index.js';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

/** An extension that gives bodies back, and how often it was loaded. */
function echo() {
  const loads: string[] = [];
  const extension: Extension = {
    path: '/__echo',
    bodyLimit: 50,
    load: async () => {
      loads.push('loaded');
      return express
        .Router()
        .post('/', ({ body }, response) => void response.json(body))
        .get('/refused', () => {
          throw new ExtensionProblem(409, 'busy', 'Something runs already.');
        })
        .get('/broken', () => {
          throw new Error('a secret of the inside');
        });
    },
  };
  return { loads, extension };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('an extension', () => {
  test('is loaded with its first request, once, and reads JSON', async () => {
    const { loads, extension } = echo();
    const { origin, call } = await tenantUnderTest({ extensions: [extension] });
    expect((await call('GET', '/rest/v1/users')).status).toBe(200);
    expect(loads).toEqual([]);
    const answers = await Promise.all([post(`${origin}/__echo`, { a: 1 }), post(`${origin}/__echo`, [])]);
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ a: 1 }, []]);
    expect(loads).toEqual(['loaded']);
  });

  test('is kept from pages of other origins, as the admin API is', async () => {
    const { extension } = echo();
    const { origin } = await tenantUnderTest({ extensions: [extension] });
    const answer = await post(`${origin}/__echo`, {}, { origin: 'https://evil.example' });
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'other-origin' }),
    ]);
  });

  test('is not reached by a token that is limited to tenants, unless it heeds that', async () => {
    const { extension } = echo();
    const heeding: Extension = {
      path: '/__heeding',
      heedsAccess: true,
      load: async () =>
        express.Router().get('/:tenant', ({ params }, response) => {
          refuseOther(response.locals.access as Access, params.tenant);
          response.json({});
        }),
    };
    const { origin } = await tenantUnderTest({
      extensions: [extension, heeding],
      limitedTokens: [{ token: 'for jama alone', tenants: ['jama'] }],
    });
    const statusOf = async (path: string) =>
      (await fetch(`${origin}${path}`, { headers: { authorization: 'Bearer for jama alone' } })).status;
    expect(await statusOf('/__echo/broken')).toBe(403);
    expect([await statusOf('/__heeding/jama'), await statusOf('/__heeding/bob')]).toEqual([200, 403]);
  });

  test.each([
    ['/__echo/refused', 409, 'busy'],
    ['/__echo/nothing', 404, 'unknown'],
    ['/__echo/broken', 500, 'server-error'],
  ])('%s is answered as a problem with status %d and code %s', async (path, status, code) => {
    const { extension } = echo();
    const { origin } = await tenantUnderTest({ extensions: [extension] });
    const answer = await fetch(`${origin}${path}`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).code]).toEqual([status, code]);
    expect(text).not.toContain('a secret of the inside');
  });

  test('refuses bodies beyond its limit', async () => {
    const { extension } = echo();
    const { origin } = await tenantUnderTest({ extensions: [extension] });
    expect((await post(`${origin}/__echo`, { long: 'x'.repeat(60) })).status).toBe(413);
  });
});
