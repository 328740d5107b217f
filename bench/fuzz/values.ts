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

export const METHODS = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'CONNECT',
];

/** Text that somebody forgot to think of. */
export const weird = fc.oneof(
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
export const inTarget = (text: string): string =>
  encodeURI(Buffer.from(text).toString()).replaceAll(/[\s#]/g, '+');

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
export const value = fc.oneof(
  weird,
  fc.constantFrom('NAMED', 'INACTIVE', 'a@example.com'),
  fc.constantFrom<unknown>(101, 103, 53, 0, -1, 2 ** 31, 1.5, 1e308, true, false, null),
  fc.jsonValue({ maxDepth: 2 }),
  fc.nat(3000).map((length) => 'x'.repeat(length)),
);
export const json = (content: unknown): Buffer => Buffer.from(JSON.stringify(content) ?? 'undefined');
export const body = fc.oneof(
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
export const headers = fc
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
