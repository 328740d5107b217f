import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type Recorder,
  type RecorderOptions,
  recordTenant,
  startRecorder,
} from '../../../mock-server/index.js';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A recorder in front of a target that answers as the listener does. */
async function inFrontOf(
  listener: RequestListener,
  options: Partial<RecorderOptions> = {},
): Promise<{ recorder: Recorder; target: string; close: () => Promise<unknown> }> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  stops.push(close);
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
  const recorder = await startRecorder({ target, ...options });
  stops.push(recorder.stop);
  return { recorder, target, close };
}

describe('the proxy', () => {
  test('passes requests and answers on as they are', async () => {
    const seen: string[] = [];
    const { recorder, target } = await inFrontOf(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      seen.push(
        `${request.method} ${request.url} ${request.headers['x-mine'] ?? ''} ${request.headers.host} ${body}`,
      );
      response.writeHead(201, {
        location: `http://${request.headers.host}/base/rest/v1/users/7`,
        'x-theirs': 'ä',
      });
      response.end('no JSON, \u0000 but bytes');
    });
    const answer = await fetch(`${recorder.url}/rest/v1/users?a=%20b&a=c`, {
      method: 'POST',
      headers: { 'x-mine': 'm' },
      body: '{"username":"ü"}',
    });
    expect(seen.at(-1)).toBe(
      `POST /base/rest/v1/users?a=%20b&a=c m ${new URL(target).host} {"username":"ü"}`,
    );
    expect([answer.status, answer.headers.get('x-theirs'), answer.headers.get('location')]).toEqual([
      201,
      'ä',
      `${recorder.url}/rest/v1/users/7`,
    ]);
    expect(await answer.text()).toBe('no JSON, \u0000 but bytes');
  });

  test('records of an answer that is not JSON its form alone, and reads a packed one', async () => {
    const { recorder } = await inFrontOf((request, response) => {
      const isPacked = request.url?.includes('packed') === true;
      response.writeHead(404, {
        'content-type': isPacked ? 'application/json' : 'text/html; charset=utf-8',
        ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(isPacked ? gzipSync('{"meta":{"message":"gone"}}') : '<p>Jane Doe</p>');
    });
    await (await fetch(`${recorder.url}/rest/v1/users/5`)).text();
    const packed = await fetch(`${recorder.url}/rest/v1/users/packed`);
    expect(await packed.json()).toEqual({ meta: { message: 'gone' } });
    expect((await recorder.fixture()).errors).toEqual([
      {
        method: 'GET',
        path: '/rest/v1/users/{userId}',
        status: 404,
        shape: { contentType: 'text/html', bytes: 15 },
        times: 1,
      },
      {
        method: 'GET',
        path: '/rest/v1/users/{userId}',
        status: 404,
        body: { meta: { message: 'gone' } },
        times: 1,
      },
    ]);
  });

  test('writes no secret that an answer repeats', async () => {
    const { recorder } = await inFrontOf(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { authorization, cookie } = request.headers;
      response.writeHead(400, {
        'content-type': 'application/json',
        'set-cookie': 'JSESSIONID=0a1b2c3d; Path=/',
      });
      response.end(
        JSON.stringify({ meta: { message: `${authorization} | ${cookie} | 0a1b2c3d | ${body}` } }),
      );
    });
    const answer = await fetch(`${recorder.url}/rest/v1/users?access_token=in-the-query`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer opaque',
        cookie: 'a=first; b=second',
        'content-type': 'application/json',
      },
      body: '{"password":"pass phrase","user":1}',
    });
    await answer.text();
    const { errors } = await recorder.fixture();
    expect(errors[0]?.body).toEqual({
      meta: {
        message: expect.stringMatching(
          /^Bearer \[secret\] \| a=\[secret\]; b=\[secret\] \| \[secret\] \| \{"password":"\[secret\]","user":\d{4}\}$/,
        ),
      },
    });
  });

  test('tells a client that the target is silent, or gone', async () => {
    const why: string[] = [];
    const { recorder, close } = await inFrontOf(
      (request, response) => {
        if (request.url === '/base/rest/v1/') response.end('{}');
      },
      { timeoutMs: 200, onFailure: (one) => why.push(one) },
    );
    const silent = await fetch(`${recorder.url}/rest/v1/users`);
    expect([silent.status, await silent.json()]).toEqual([
      504,
      expect.objectContaining({ code: 'target-silent' }),
    ]);
    await close();
    const gone = await fetch(`${recorder.url}/rest/v1/users`);
    expect([gone.status, await gone.json()]).toEqual([
      502,
      expect.objectContaining({ code: 'target-unreachable' }),
    ]);
    expect(why[0]).toBe('no answer came for 0.2 seconds');
    expect((await recorder.fixture()).errors).toEqual([]);
  });

  test('outlives a client that goes away and a target that breaks off', async () => {
    const { recorder } = await inFrontOf((request, response) => {
      if (request.url === '/base/rest/v1/') {
        response.end('{}');
        return;
      }
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
      if (request.url?.includes('broken')) setTimeout(() => response.destroy(), 20);
    });
    const broken = await fetch(`${recorder.url}/rest/v1/broken`);
    await expect(broken.text()).rejects.toThrow();
    await new Promise<void>((gone) => {
      const socket = connect(Number(new URL(recorder.url).port), '127.0.0.1', () => {
        socket.write('GET /rest/v1/users HTTP/1.1\r\nhost: x\r\n\r\n');
        socket.once('data', () => socket.destroy());
      }).once('close', () => gone());
    });
    expect((await fetch(`${recorder.url}/rest/v1/broken`)).status).toBe(200);
  });
});

describe('a tenant that cannot be recorded', () => {
  const credentials = { clientId: 'a', clientSecret: 'b' };

  test.each([
    ['nowhere', 'target-invalid'],
    ['ftp://example.com', 'target-invalid'],
    ['http://127.0.0.1:1', 'target-unreachable'],
  ])('%s is %s', async (target, code) => {
    const refused = { code, remedy: expect.stringMatching(/./) };
    await expect(recordTenant({ target, credentials })).rejects.toMatchObject(refused);
    await expect(startRecorder({ target })).rejects.toMatchObject(refused);
  });

  test('is silent', async () => {
    const { target } = await inFrontOf((request, response) => {
      if (request.url === '/base/rest/v1/') response.end('{}');
    });
    await expect(recordTenant({ target, credentials, timeoutMs: 100 })).rejects.toMatchObject({
      code: 'target-unreachable',
      message: expect.stringContaining('no answer came for 0.1 seconds'),
    });
  });

  test('refuses the credentials, or reading', async () => {
    const { target } = await inFrontOf((request, response) => {
      const isToken = request.headers.authorization === `Basic ${Buffer.from('good:b').toString('base64')}`;
      response.statusCode = isToken || request.url === '/base/rest/v1/' ? 200 : 403;
      response.end(isToken ? '{"access_token":"t"}' : '{}');
    });
    await expect(recordTenant({ target, credentials })).rejects.toMatchObject({
      code: 'credentials-refused',
    });
    await expect(
      recordTenant({ target, credentials: { clientId: 'good', clientSecret: 'b' } }),
    ).rejects.toMatchObject({
      code: 'target-refuses',
      message: expect.stringContaining('403 to GET /rest/v1/users'),
    });
  });

  test('is asked again when it says that there are too many calls, and for a new token when one ends', async () => {
    const statuses = [429, 429, 200, 401];
    const { target } = await inFrontOf((request, response) => {
      const { method, url = '' } = request;
      const isRead = method === 'GET' && url !== '/base/rest/v1/';
      response.writeHead((isRead ? statuses.shift() : undefined) ?? 200, { 'retry-after': '0' });
      if (isRead) response.end(url.includes('current') ? '{"data":{"id":1,"username":"x"}}' : '{"data":[]}');
      else response.end('{"access_token":"t"}');
    });
    const fixture = await recordTenant({ target, credentials });
    expect([fixture.owner === fixture.users[0]?.id, fixture.users.length]).toEqual([true, 1]);
    expect(fixture.errors.map(({ status, times }) => [status, times])).toEqual([
      [429, 2],
      [401, 1],
    ]);
  });
});
