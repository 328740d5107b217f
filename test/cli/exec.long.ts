import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/run-cli.js';

const node = (program: string): readonly string[] => [
  '--',
  process.execPath,
  '--input-type=module',
  '-e',
  program,
];

describe('jama-sim exec', () => {
  test('gives the command a tenant and its credentials, and ends with the status of the command', async () => {
    const { status, stdout, stderr } = await runCli([
      'exec',
      '--users',
      '30',
      ...node(`
        const { JAMA_BASE_URL: url, JAMA_CLIENT_ID: id, JAMA_CLIENT_SECRET: secret } = process.env;
        const answer = await fetch(url + '/rest/oauth/token?grant_type=client_credentials', {
          method: 'POST', headers: { authorization: 'Basic ' + btoa(id + ':' + secret) } });
        const { access_token } = await answer.json();
        const users = await fetch(url + '/rest/v1/users?includeInactive=true', { headers: { authorization: 'Bearer ' + access_token } });
        console.log((await users.json()).meta.pageInfo.totalResults);
        process.exit(7);`),
    ]);
    expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: '30\n', stderr: '' });
  });

  test('ends with 128 and the number of the signal that ended the command', async () => {
    expect((await runCli(['exec', ...node('process.kill(process.pid, "SIGTERM")')])).status).toBe(143);
  });

  test('says so if there is no such command', async () => {
    const { status, stderr } = await runCli(['exec', '--', 'no-such-command-anywhere']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/"no-such-command-anywhere" cannot be started.*\[command-not-started\]/);
  });
});
