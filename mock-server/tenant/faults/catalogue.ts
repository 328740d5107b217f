import type { Grade } from '../../evidence.js';
import type { FaultRule } from './rule.js';

/** A fault that is ready to be used. */
export interface NamedFault {
  readonly name: string;
  /** What it imitates, in one sentence. */
  readonly imitates: string;
  /** How well it is known that Jama does this, and from where. */
  readonly grade: Grade;
  readonly source: string;
  readonly rules: readonly FaultRule[];
}

/** Requests of an import that come after its first page: a client that pages meets each of these faults half-way. */
const SECOND_PAGE = { method: 'GET', path: '/rest/*/users', nth: 2 } as const;
const NEW_USER = { method: 'POST', path: '/rest/*/users' } as const;

const CATALOGUE = [
  {
    name: 'throttled',
    imitates: 'The cloud answers 429 twice, because other clients of the environment call it as well.',
    grade: 'documented',
    source: 'support article 37036412486285, for the status',
    rules: [
      {
        match: { path: '/rest/*/**', fromNth: 2 },
        effect: { status: 429, message: 'Too many requests.' },
        times: 2,
      },
    ],
  },
  {
    name: 'maintenance',
    imitates:
      'From the second call on the system is under maintenance and answers 429, until the fault is taken back.',
    grade: 'observed',
    source: "the vendor's Python client names this cause of a 429; the text is not on record",
    rules: [
      {
        match: { path: '/rest/*/**', fromNth: 2 },
        effect: { status: 429, message: 'System under maintenance.' },
      },
    ],
  },
  {
    name: 'token-expires-mid-import',
    imitates: 'The access token ends between two pages; a new one is to be had.',
    grade: 'documented',
    source: 'support article 20466885006861: a token lives an hour, and a long import lives longer',
    rules: [{ match: SECOND_PAGE, effect: { expireTokens: true } }],
  },
  {
    name: 'credentials-revoked-mid-import',
    imitates:
      'Somebody deletes the API credentials during an import: the token is refused and no new one is to be had.',
    grade: 'inferred',
    source: "the status is in the vendor's Python client; that tokens end at once is not on record",
    rules: [
      { match: SECOND_PAGE, effect: { expireTokens: true } },
      {
        match: { method: 'POST', path: '/rest/oauth/token', fromNth: 2 },
        effect: { status: 401, rawBody: '{"error":"invalid_client"}' },
      },
    ],
  },
  {
    name: 'access-revoked-mid-import',
    imitates: 'REST access control is switched on during an import and does not list the caller.',
    grade: 'documented',
    source: 'support articles 34959399681805 and 35189750361613',
    rules: [
      {
        match: { path: '/rest/*/**', fromNth: 2 },
        effect: { status: 403, message: 'This user is not permitted to use the API' },
      },
    ],
  },
  {
    name: 'licence-lost-mid-import',
    imitates: 'The owner of the credentials loses the Named Creator licence during an import.',
    grade: 'observed',
    source: 'README of a public client; support articles 40467506074509 and 45138774075149',
    rules: [
      {
        match: { path: '/rest/*/**', fromNth: 2 },
        effect: { status: 401, message: 'A named Creator license is required for access.' },
      },
    ],
  },
  {
    name: 'user-leaves-mid-import',
    imitates:
      'A user is deactivated between two pages: the rest moves up by one, and one user stands on no page.',
    grade: 'inferred',
    source: 'follows from paging by position; that Jama keeps no cursor is documented by the parameters',
    rules: [{ match: SECOND_PAGE, effect: { change: { kind: 'user-deactivated', user: 'first' } } }],
  },
  {
    name: 'user-joins-mid-import',
    imitates: 'A user is added between two pages: the total of the second page is not the one of the first.',
    grade: 'inferred',
    source: 'follows from paging by position; that Jama keeps no cursor is documented by the parameters',
    rules: [{ match: SECOND_PAGE, effect: { change: { kind: 'user-added' } } }],
  },
  {
    name: 'group-vanishes-mid-import',
    imitates:
      'A group that was listed is deleted before its members are read, so that reading them answers 404.',
    grade: 'inferred',
    source: 'the status was observed for another resource on a live instance in 2020',
    rules: [
      {
        match: { method: 'GET', path: '/rest/*/usergroups/*/users', nth: 2 },
        effect: { change: { kind: 'usergroup-deleted', usergroup: 'asked' } },
      },
    ],
  },
  {
    name: 'create-succeeds-but-answer-lost',
    imitates: 'A user is created, and the connection breaks before the answer arrives.',
    grade: 'inferred',
    source: 'any network between a client and the cloud',
    rules: [{ match: NEW_USER, effect: { reset: 'after' }, times: 1 }],
  },
  {
    name: 'create-never-arrives',
    imitates: 'The connection breaks before a user is created.',
    grade: 'inferred',
    source: 'any network between a client and the cloud',
    rules: [{ match: NEW_USER, effect: { reset: 'before' }, times: 1 }],
  },
  {
    name: 'connection-breaks-mid-import',
    imitates: 'The connection breaks in place of the second page.',
    grade: 'inferred',
    source: 'any network between a client and the cloud',
    rules: [{ match: SECOND_PAGE, effect: { reset: 'before' } }],
  },
  {
    name: 'server-error',
    imitates: 'The second page answers 500 with an empty message.',
    grade: 'captured',
    source: '500 of a cloud tenant, 2019',
    rules: [{ match: SECOND_PAGE, effect: { status: 500, message: '' } }],
  },
  {
    name: 'bad-gateway',
    imitates: 'The proxy in front of Jama answers 502 with its own HTML page.',
    grade: 'inferred',
    source: 'the proxy is in the headers of a cloud tenant, 2025; its page is not on record',
    rules: [
      {
        match: SECOND_PAGE,
        effect: {
          status: 502,
          rawBody: '<html>\n<head><title>502 Bad Gateway</title></head>\n<body>Bad Gateway</body>\n</html>\n',
          contentType: 'text/html',
        },
      },
    ],
  },
  {
    name: 'conflict-once',
    imitates:
      'The first change of a user answers 409 because of another change at the same moment; the next one passes.',
    grade: 'inferred',
    source: "an unconfirmed report to the vendor's Python client, for items",
    rules: [
      {
        match: { method: 'PUT', path: '/rest/*/users/**' },
        effect: { status: 409, message: 'The resource was changed by another request.' },
        times: 1,
      },
    ],
  },
  {
    name: 'login-page',
    imitates: 'A page of the web sign-in comes with 200 in place of the second page of users.',
    grade: 'inferred',
    source: 'the description of the API redirects there without a session; for resources it is not on record',
    rules: [{ match: SECOND_PAGE, effect: { loginPage: true } }],
  },
  {
    name: 'cut-off-body',
    imitates: 'The second page breaks off after 200 bytes.',
    grade: 'inferred',
    source: 'any network between a client and the cloud',
    rules: [{ match: SECOND_PAGE, effect: { cutBodyAt: 200 } }],
  },
  {
    name: 'malformed-json',
    imitates: 'The second page arrives whole by its length, but its JSON does not end.',
    grade: 'inferred',
    source: 'proxies that change what they pass on',
    rules: [{ match: SECOND_PAGE, effect: { malformedJson: true } }],
  },
  {
    name: 'wrong-content-type',
    imitates: 'The second page is right, but says that it is plain text.',
    grade: 'inferred',
    source: 'proxies that change what they pass on',
    rules: [{ match: SECOND_PAGE, effect: { contentType: 'text/plain' } }],
  },
  {
    name: 'slow',
    imitates:
      'Every answer takes as long as those of a loaded server: half of them over 200 ms, few over a second.',
    grade: 'inferred',
    source: 'no figures are published',
    rules: [{ effect: { delayMs: { median: 200, sigma: 0.7 } } }],
  },
  {
    name: 'flaky',
    imitates: 'One call in ten answers 500; which ones follows from the seed.',
    grade: 'inferred',
    source: 'no figures are published',
    rules: [{ match: { path: '/rest/*/**', probability: 0.1 }, effect: { status: 500, message: '' } }],
  },
] as const satisfies readonly NamedFault[];

export type FaultName = (typeof CATALOGUE)[number]['name'];

/** The catalogue of faults. */
export const FAULTS: readonly (NamedFault & { readonly name: FaultName })[] = CATALOGUE;
