import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { verifyTarget } from '../../../contracts/index.js';
import { startSimulator } from '../../../mock-server/index.js';

describe('verifyTarget', () => {
  test('finds nothing that differs in the simulator', async () => {
    const simulator = await startSimulator({ users: 60, groups: 3 });

    const answers = await verifyTarget({ target: simulator.url, credentials: simulator.credentials, fetch });
    await simulator.stop();

    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  test('names what differs in a target that answers otherwise', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const answers = await verifyTarget({ target, credentials: { clientId: 'a', clientSecret: 'b' }, fetch });
    server.close();

    expect(answers).toHaveLength(1);
    expect(answers[0]?.differences).not.toEqual([]);
  });
});
