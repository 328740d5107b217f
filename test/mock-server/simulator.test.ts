import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { createSimulatorApp, EVIDENCE, startSimulator } from '../../mock-server/index.js';

const authorized = async ({
  tenant,
  credentials,
}: Pick<Awaited<ReturnType<typeof startSimulator>>, 'tenant' | 'credentials'>) => ({
  authorization: `Bearer ${(await tenant.tokens.issue(credentials, 'api.service')).accessToken}`,
});

describe('startSimulator', () => {
  test('serves a tenant on a free port until it is stopped', async () => {
    const simulator = await startSimulator({ users: 5 });
    expect(simulator.url).toBe(`http://127.0.0.1:${simulator.port}/jama`);

    const answer = await fetch(`${simulator.url}/rest/v1/users/current`, {
      headers: await authorized(simulator),
    });
    expect(answer.status).toBe(200);

    await simulator.stop();
    await expect(fetch(simulator.url)).rejects.toThrow('fetch failed');
  });

  test('ends requests that are running before it stops', async () => {
    const simulator = await startSimulator();
    simulator.tenant.faults.add({ effect: { delayMs: 150 } });
    const running = fetch(`${simulator.url}/rest/v1/users`, { headers: await authorized(simulator) });
    await new Promise((later) => setTimeout(later, 50));
    await simulator.stop();
    expect((await running).status).toBe(200);
  });

  test('a busy port is an error that names a way out', async () => {
    const first = await startSimulator();
    await expect(startSimulator({ port: first.port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Port ${first.port} on 127.0.0.1 is in use by another program.`,
      remedy: expect.stringContaining('--port 0'),
    });
    await first.stop();
  });

  test.each(['127.0.0.1', '::1'])('localhost is answered on %s', async (address) => {
    const simulator = await startSimulator({ host: 'localhost' });
    expect(simulator.url).toMatch(/^http:\/\/localhost:\d+\/jama$/);
    const reached = await new Promise((resolve) => {
      const socket = connect(simulator.port, address, () => resolve(socket.destroy() !== undefined));
      socket.on('error', () => resolve(address === '::1' ? 'no IPv6 here' : false));
    });
    await simulator.stop();
    expect(reached).not.toBe(false);
  });

  test.each([
    [{ users: 0 }, 'option-invalid'],
    [{ users: 1.5 }, 'option-invalid'],
    [{ tokenTtl: -1 }, 'option-invalid'],
    [{ contextPath: 'jama' }, 'option-invalid'],
    [{ contextPath: '/rest' }, 'option-invalid'],
    [{ profile: 'mainframe' }, 'unknown-profile'],
    [{ host: '203.0.113.7' }, 'address-unavailable'],
  ])('%j is refused with %s', async (options, code) => {
    await expect(startSimulator(options)).rejects.toMatchObject({ code, remedy: expect.any(String) });
  });

  test('answers below the context path that is asked for', async () => {
    const simulator = await startSimulator({ contextPath: '/contour' });
    const answer = await fetch(`${simulator.url}/rest`, { headers: await authorized(simulator) });
    expect(await answer.json()).toMatchObject({
      data: [{ name: 'v1', href: `${simulator.url}/rest/v1` }, { name: 'latest' }],
    });
    await simulator.stop();
  });
});

describe('createSimulatorApp', () => {
  test('is a listener for supertest', async () => {
    const app = createSimulatorApp({ users: 5 });
    const { body } = await supertest(app.handler)
      .get('/jama/rest/v1/users')
      .set(await authorized(app));
    expect(body.meta.pageInfo.totalResults).toBe(5);
  });

  test('can be mounted in an Express application, and its addresses follow', async () => {
    const app = createSimulatorApp();
    const outer = express().use('/tenants', app.handler);
    const { body, headers } = await supertest(outer)
      .post('/tenants/jama/rest/v1/usergroups')
      .set(await authorized(app))
      .send({ name: 'Mounted' });
    expect(body.meta.location).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/tenants\/jama\/rest\/v1\/usergroups\/\d+$/,
    );
    expect(headers.location).toBe(body.meta.location);
  });
});

describe('the evidence ledger', () => {
  test('has every rule once, with a statement, a grade and a source', () => {
    expect(new Set(EVIDENCE.map(({ id }) => id)).size).toBe(EVIDENCE.length);
    for (const { id, statement, grade, source } of EVIDENCE) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(['documented', 'captured', 'observed', 'inferred']).toContain(grade);
      expect(statement).toMatch(/\."?$/);
      expect(source).not.toBe('');
    }
  });
});
