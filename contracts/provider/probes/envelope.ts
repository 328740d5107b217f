import { STATUS_CODES } from 'node:http';
import { fieldsOf, inWords } from '../answer.js';
import type { Probe } from '../probe.js';
import { contradicted, judged } from '../verdict.js';

/** The headers of every answer of the cloud, by name. */
const headerNames = [
  'jamafishtag',
  'x-jama-node',
  'vary',
  'x-content-type-options',
  'x-frame-options',
  'x-xss-protection',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'set-cookie',
  'cache-control',
];
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;
const keys = (value: unknown): string => Object.keys(fieldsOf(value)).join(', ');

/** What holds for every answer. */
export const ENVELOPE_PROBES: readonly Probe[] = [
  {
    rule: 'envelope',
    asks: 'the calling user, and a page of users',
    async judge(jama) {
      const current = await jama.read('/users/current');
      const page = await jama.read('/users?maxResults=50');
      if (keys(current.json) !== 'meta, links, data' || keys(page.json) !== 'meta, links, data')
        return contradicted(`the members ${keys(current.json)}, and of a list ${keys(page.json)}`);
      if (current.text.includes('\n')) return contradicted('an answer of several lines');
      return judged(
        keys(page.meta.pageInfo) === 'startIndex, resultCount, totalResults',
        `meta.pageInfo with ${keys(page.meta.pageInfo) || 'nothing'}`,
      );
    },
  },
  {
    rule: 'timestamp-format',
    asks: 'meta.timestamp',
    async judge(jama) {
      const { meta } = await jama.read('/users/current');
      return judged(
        timestamp.test(String(meta.timestamp)),
        `meta.timestamp ${JSON.stringify(meta.timestamp)}`,
      );
    },
  },
  {
    rule: 'headers',
    asks: 'the headers of an answer',
    async judge(jama) {
      const { headers } = await jama.read('/users/current');
      const missing = headerNames.filter((name) => !headers.has(name));
      if (missing.length > 0) return contradicted(`an answer without ${missing.join(', ')}`);
      if (headers.has('etag')) return contradicted('an answer with an ETag');
      const type = headers.get('content-type');
      return judged(type === 'application/json', `content-type ${type}`);
    },
  },
  {
    rule: 'sunset-headers',
    asks: 'the headers below /rest/latest and /rest/v1',
    async judge(jama) {
      const latest = await jama.read('/rest/latest/users/current');
      const v1 = await jama.read('/users/current');
      const has = ({ headers }: typeof v1) =>
        ['sunset', 'x-sunset'].filter((name) => headers.has(name)).join(', ');
      return judged(
        has(latest) === 'sunset, x-sunset' && has(v1) === '',
        `below latest ${has(latest) || 'neither'}, below v1 ${has(v1) || 'neither'}`,
      );
    },
  },
  {
    rule: 'error-envelope',
    asks: 'the body of an error',
    anonymous: true,
    async judge(jama) {
      const answer = await jama.askAs('', { path: '/users/current' });
      const holds =
        keys(answer.json) === 'meta' &&
        keys(answer.meta) === 'status, timestamp, message' &&
        answer.meta.status === STATUS_CODES[answer.status];
      return judged(holds, `${answer.status} with ${keys(answer.json) || 'no JSON'}: ${keys(answer.meta)}`);
    },
  },
  {
    rule: 'latest-alias',
    asks: 'the calling user below /rest/latest',
    async judge(jama) {
      const latest = await jama.read('/rest/latest/users/current');
      const v1 = await jama.read('/users/current');
      return judged(
        latest.status === 200 && JSON.stringify(latest.data) === JSON.stringify(v1.data),
        `${inWords(latest)}, which is not the record below v1`,
      );
    },
  },
  {
    rule: 'trailing-slash',
    asks: 'the calling user, with a trailing slash',
    async judge(jama) {
      const answer = await jama.get('/users/current/');
      return judged(answer.status === 200, inWords(answer));
    },
  },
  {
    rule: 'head-answer',
    asks: 'HEAD of the calling user',
    async judge(jama) {
      const answer = await jama.ask({ method: 'HEAD', path: '/users/current' });
      const type = answer.headers.get('content-type');
      return judged(
        answer.status === 200 && answer.text === '' && type === 'application/json',
        inWords(answer),
      );
    },
  },
];
