import fc from 'fast-check';

/** A request as bytes on the wire, and what is needed to judge the answer. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Stands for a header value that only the running tenant knows. */
export const BEARER = '<bearer>';
export const BASIC = '<basic>';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'CONNECT'];
const IDS = [
  '101',
  '103',
  '53',
  '0',
  '-1',
  '1e3',
  '2147483648',
  '99999999999',
  'current',
  '%31%30%31',
  '１０１',
  'null',
];
const PATHS = [
  '/users',
  '/users/{id}',
  '/users/{id}/active',
  '/usergroups',
  '/usergroups/{id}',
  '/usergroups/{id}/users',
  '/usergroups/{id}/users/{id}',
  '/projects',
  '/projects/{id}',
  '/api-docs',
  '/',
  '',
  '/items/{id}',
];
const PARAMETERS = [
  'startAt',
  'maxResults',
  'include',
  'username',
  'email',
  'firstName',
  'lastName',
  'licenseType',
  'includeInactive',
  'project',
  'grant_type',
];

const weird = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '%',
    '%00',
    '%zz',
    '../..',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    'あ',
    '💥',
  ),
  fc.integer().map(String),
  fc.double().map(String),
);
/** Anything that can stand in a request line: blanks and control characters are escaped, most of the time. */
const inTarget = (text: string): string => encodeURI(Buffer.from(text).toString()).replaceAll(/[\s#]/g, '+');

const path = fc
  .tuple(
    fc.constantFrom('/jama', '/jama', '', '/other'),
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('/rest/v1', '/rest/v1', '/rest/latest') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '/rest',
          '/rest/',
          '/rest/v2',
          '/rest//v1',
          '/rest/oauth/token',
          '/rest/oauth/token/',
        ),
      },
    ),
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PATHS) },
      { weight: 1, arbitrary: weird.map((text) => `/${inTarget(text)}`) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...IDS) },
      { weight: 1, arbitrary: weird.map(inTarget) },
    ),
    fc.constantFrom('', '', '', '/', '//', '/%2e%2e', ';a=b'),
  )
  .map(([context, api, below, id, end]) => {
    if (api.startsWith('/rest/oauth')) return context + api;
    return context + api + below.replaceAll('{id}', id) + end;
  });

const query = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) },
        { weight: 1, arbitrary: weird.map(inTarget) },
      ),
      fc.oneof(
        weird.map(inTarget),
        fc.constantFrom('1', '0', '50', 'true', 'NAMED', 'api.service', 'client_credentials', 'project'),
      ),
    ),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

const field = fc.oneof(
  fc.constantFrom(
    'username',
    'password',
    'firstName',
    'lastName',
    'email',
    'licenseType',
    'active',
    'user',
    'name',
    'description',
    'project',
    'phone',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
  fc.string({ maxLength: 10 }),
);
const value = fc.oneof(
  weird,
  fc.constantFrom('NAMED', 'INACTIVE', 'a@example.com'),
  fc.constantFrom<unknown>(101, 103, 53, 0, -1, 2 ** 31, 1.5, 1e308, true, false, null),
  fc.jsonValue({ maxDepth: 2 }),
  fc.nat(3000).map((length) => 'x'.repeat(length)),
);
const json = (content: unknown): Buffer => Buffer.from(JSON.stringify(content) ?? 'undefined');
const body = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Buffer.alloc(0)) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.tuple(field, value), { maxLength: 9 })
      .map((pairs) => json(Object.fromEntries(pairs))),
  },
  { weight: 1, arbitrary: fc.jsonValue().map(json) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('grant_type=client_credentials', 'grant_type=', '{"a":', '[]', '"x"', '\ufeff{}')
      .map((text) => Buffer.from(text)),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 1200 }).map((kilobytes) => Buffer.alloc(kilobytes * 1024, '[')),
  },
);

/** What can stand in a header, as Latin-1. */
const inHeader = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?');
const HEADERS = [
  ['accept', '*/*'],
  ['accept', 'text/html'],
  ['accept-encoding', 'gzip, br'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'x-unknown'],
  ['expect', '100-continue'],
  ['expect', 'something'],
  ['upgrade', 'websocket'],
  ['connection', 'upgrade'],
  ['range', 'bytes=0-10'],
  ['origin', 'https://example.org'],
  ['access-control-request-method', 'PUT'],
  ['cookie', 'a=b; c'],
  ['x-http-method-override', 'DELETE'],
  ['if-none-match', '*'],
  ['te', 'trailers'],
] as const;
const headers = fc
  .tuple(
    fc.constantFrom(
      BEARER,
      BEARER,
      BEARER,
      BEARER,
      BASIC,
      'Bearer',
      'Bearer x',
      'Basic',
      'Basic !!!',
      'Digest a',
      '',
    ),
    fc.constantFrom(
      'application/json',
      'application/json',
      'application/json',
      'application/json;charset=utf-16',
      'application/json; charset=nonsense',
      'application/x-www-form-urlencoded',
      'text/plain',
      ';',
      '',
    ),
    fc.array(
      fc.oneof(
        fc.constantFrom(...HEADERS),
        fc.tuple(fc.constantFrom('x-any', 'accept', 'host2'), weird.map(inHeader)),
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom('127.0.0.1', '127.0.0.1', 'localhost:80', '', 'a b', undefined),
  )
  .map(([authorization, contentType, more, host]) => {
    const all: (readonly [string, string])[] = [...more];
    if (authorization !== '') all.push(['authorization', authorization]);
    if (contentType !== '') all.push(['content-type', contentType]);
    if (host !== undefined) all.push(['host', host]);
    return all;
  });

/** Requests of every route and of what is beside the routes, well formed as HTTP. */
export const requests: fc.Arbitrary<RawRequest> = fc
  .record({ method: fc.constantFrom(...METHODS), path, query, headers, body })
  .map(({ method, path: at, query: search, ...rest }) => ({ method, target: at + search, ...rest }));

/** Bytes that may not be HTTP at all. */
export const garbage: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(weird, weird)
    .map(([method, target]) => Buffer.from(`${method} /jama/rest/v1/${target} HTTP/1.1\r\nhost: a\r\n\r\n`)),
  fc
    .integer({ min: 1, max: 40 })
    .map((kilobytes) =>
      Buffer.from(
        `GET /rest/v1/users HTTP/1.1\r\nhost: a\r\nx-long: ${'x'.repeat(kilobytes * 1024)}\r\n\r\n`,
      ),
    ),
  fc
    .constantFrom(
      'GET /rest/v1/users HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabc',
      'POST /rest/v1/users HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      'POST /rest/v1/users HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /rest/v1/users HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nhost: a\r\n\r\n',
      'GET * HTTP/1.1\r\nhost: a\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n',
      'GET /rest/v1/users HTTP/3.0\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    )
    .map((text) => Buffer.from(text)),
);
