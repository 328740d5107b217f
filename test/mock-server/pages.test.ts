import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { tenantUnderTest } from '../helpers/tenant-under-test.js';

/** Pages whose script lies in another folder than their HTML, as the console's does. */
async function somePages() {
  const root = await mkdtemp(join(tmpdir(), 'jama-sim-pages-'));
  const folders = [join(root, 'page'), join(root, 'built')];
  for (const folder of folders) await mkdir(folder);
  await writeFile(join(root, 'page', 'index.html'), '<!doctype html><script src="page.js"></script>');
  await writeFile(join(root, 'built', 'page.js'), 'export {};');
  await writeFile(join(root, 'secret.txt'), 'no page');
  return { path: '/__pages', folders };
}

describe('static pages', () => {
  test('are served with a policy that lets nothing of elsewhere in', async () => {
    const { origin } = await tenantUnderTest({ pages: [await somePages()] });
    const page = await fetch(`${origin}/__pages/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');

    const script = await fetch(`${origin}/__pages/page.js`);
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
  });

  test('that are the front are where browsers are led that ask for `/` or a tenant; others see what they saw', async () => {
    const { origin } = await tenantUnderTest({ pages: [{ ...(await somePages()), front: true }] });
    const base = `${origin}/jama`;
    const asked = (url: string, accept: string, method = 'GET') =>
      fetch(url, { method, headers: { accept }, redirect: 'manual' });
    const html = 'text/html,application/xhtml+xml,*/*;q=0.8';
    for (const url of [`${origin}/`, base, `${base}/`]) {
      const led = await asked(url, html);
      expect([led.status, led.headers.get('location')]).toEqual([302, '/__pages/']);
      for (const accept of ['*/*', 'application/json'])
        expect((await asked(url, accept)).headers.get('content-type')).toContain('json');
    }
    expect((await asked(`${base}/rest/v1/users`, html)).status).toBe(401);
    expect((await asked(base, html, 'POST')).status).toBe(404);
  });

  test('are found without the slash at the end, too', async () => {
    const { origin } = await tenantUnderTest({ pages: [await somePages()] });
    const page = await fetch(`${origin}/__pages`);
    expect([page.status, page.url]).toEqual([200, `${origin}/__pages/`]);
  });

  test.each(['/__pages/other.js', '/__pages/..%2fsecret.txt', '/__pages/%2e%2e/secret.txt'])(
    '%s is none',
    async (path) => {
      const { origin } = await tenantUnderTest({ pages: [await somePages()] });
      const answer = await fetch(`${origin}${path}`);
      expect([answer.status, await answer.text()]).not.toContain('no page');
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  test('do not take requests away from tenants', async () => {
    const { call } = await tenantUnderTest({ pages: [await somePages()] });
    expect((await call('GET', '/rest/v1/users')).status).toBe(200);
  });
});
