import { X509Certificate } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { startSimulator } from '../../mock-server/index.js';

/** The status of a request whose client trusts this certificate and no other. */
const statusOf = (url: string, ca: string | undefined): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const options = { ca, agent: false, checkServerIdentity: namesOf };
    get(url, options, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });

/** Whether the certificate is for this host. Node's own check takes no IPv6 address in 22.23 (nodejs/node#64144). */
function namesOf(host: string, { raw }: { readonly raw: Buffer }): Error | undefined {
  const certificate = new X509Certificate(raw);
  const found = isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host);
  return found !== undefined ? undefined : new Error(`not for ${host}: ${certificate.subjectAltName}`);
}

describe('https', () => {
  test.each(['127.0.0.1', '::1', 'localhost'])(
    'is served on %s with a self-signed certificate',
    async (host) => {
      const { url, certificate, stop } = await startSimulator({ users: 3, tls: true, host });
      expect(url).toMatch(/^https:\/\/(127\.0\.0\.1|\[::1\]|localhost):\d+\/jama$/);
      expect(await statusOf(`${url}/rest/v1/users`, certificate)).toBe(401);
      await expect(statusOf(url, undefined)).rejects.toThrow(/self-signed/);
      await stop();
    },
  );

  test('refuses certificates that cannot be read or used', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jama-sim-tls-'));
    const file = join(folder, 'cert.pem');
    const refused = (cert: string) => startSimulator({ tls: { cert, key: cert } });
    await expect(refused(file)).rejects.toMatchObject({ code: 'certificate-unusable' });
    await writeFile(file, 'no certificate');
    await expect(refused(file)).rejects.toMatchObject({ code: 'certificate-unusable' });
  });
});

describe('the log', () => {
  test('has a line for every request, without secrets, as JSON or as text', async () => {
    for (const format of ['json', 'text'] as const) {
      const lines: string[] = [];
      const simulator = await startSimulator({
        users: 3,
        log: { level: 'debug', format, write: (line) => lines.push(line) },
      });
      const answer = await fetch(`${simulator.url}/rest/v1/users?startAt=0`, {
        headers: { authorization: 'Bearer sesame' },
      });
      expect(answer.status).toBe(401);
      await simulator.stop();
      expect(lines).toHaveLength(3);
      expect(lines.join('')).not.toContain('sesame');
      if (format === 'json') {
        expect(JSON.parse(lines[1] ?? '')).toMatchObject({
          level: 30,
          tenant: 'jama',
          method: 'GET',
          status: 401,
          path: '/rest/v1/users?startAt=0',
        });
      } else
        expect(lines[1]).toMatch(
          /^\S+Z info {2}request tenant=jama method=GET path=\/rest\/v1\/users\?startAt=0 status=401 /,
        );
    }
  });

  test('refuses a level that does not exist', async () => {
    await expect(startSimulator({ log: { level: 'loud' as 'info' } })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });
});
