import { fileURLToPath } from 'node:url';
import { root } from '../root.js';
import type { Contender } from './contender.js';

const BIN = fileURLToPath(new URL('bin/jama-sim.js', root));
const CLIENT = ['--client-id', 'bench', '--client-secret', 'bench'] as const;
const PAGE = '/jama/rest/v1/users?maxResults=50';

/** jama-sim as users start it, with a tenant of this size. */
export function jamaSim(name: string, users: number, port: number): Contender {
  const origin = `http://127.0.0.1:${port}`;
  return {
    name,
    does: `token look-up, routing, paging, journal; ${users} users`,
    command: process.execPath,
    args: [BIN, 'start', '--port', String(port), '--users', String(users), ...CLIENT],
    port,
    path: PAGE,
    async headers() {
      const answer = await fetch(`${origin}/jama/rest/oauth/token?grant_type=client_credentials`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('bench:bench')}` },
      });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      return { authorization: `Bearer ${token}` };
    },
  };
}
