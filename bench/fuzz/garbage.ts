import fc from 'fast-check';
import { weird } from './values.js';

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
