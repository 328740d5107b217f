import { below, ConnectorFailure } from '../failure.js';
import { objectOf } from '../json.js';
import { columnText } from '../mapping/path.js';
import { type ConnectorProblem, problem } from '../problem.js';
import type { Run } from '../run.js';
import type { Authentication, TokenCall } from './authentication.js';
import { blamedForToken } from './blame.js';
import { cleaned } from './clean-text.js';
import { type ParsedBody, parseBody } from './json-body.js';
import type { Redactor } from './redact.js';
import type { HttpRequest, HttpResponse, SendFailure } from './send.js';
import { basicOf, tokenIn, tokenPathAt, tokenRequest } from './token-request.js';
import { requestTrace, responseTrace, unreachable } from './tracing.js';
import { refuseUnsupported } from './unsupported.js';

/** The token of one authentication, kept between the runs of a connector. */
export interface Session {
  readonly authentication: Authentication;
  /** The value of `${access_token}`, scheme included. */
  accessToken(run: Run): Promise<string>;
  /** The cookies that go out with every call; undefined when there are none. */
  cookies(): string | undefined;
  /** Fetches a new token unless `used` is no longer the current one. @throws ConnectorFailure */
  refresh(run: Run, used: string): Promise<void>;
  /** What in ConnectionJSON the answer that held the token speaks against; undefined when it fits. */
  doubt(): TokenDoubt | undefined;
  /** Whether an answer says that the token is not (or no longer) good. */
  refuses(run: Run, response: HttpResponse, body: ParsedBody): boolean;
  /** Remembers the token and what goes with it; the function that is given back restores it. */
  remember(): () => void;
}

/** A key of an authentication that does not fit the answer its token came with. */
export interface TokenDoubt {
  readonly key: 'tokenResponsePath' | 'tokenType';
  readonly why: string;
  readonly remedy: string;
}

/** What a session needs from outside. */
export interface SessionOptions {
  /** The request as traces and messages show it. */
  readonly shown: (request: HttpRequest) => HttpRequest;
  readonly send: (request: HttpRequest) => Promise<HttpResponse | SendFailure>;
  readonly now: () => number;
  readonly redactor: Redactor;
}

function matches(run: Run, texts: readonly string[], found: string): boolean {
  const contained = texts.some((text) => found.includes(text));
  const equal = texts.includes(found);
  // Where both readings agree nothing is taken for granted.
  if (contained === equal) return equal;
  return run.choose('errorMatch') === 'equals' ? equal : contained;
}

/** A token request that was answered with a refusal. */
class TokenRefused extends ConnectorFailure {
  constructor(
    found: ConnectorProblem,
    readonly response: HttpResponse,
  ) {
    super(found);
  }
}

/** Whether a refusal says that the refresh token is the reason: by refreshTokenAuthError at refreshTokenErrorPath. */
function namesRefreshToken(run: Run, authentication: Authentication, response: HttpResponse): boolean {
  const { refreshTokenErrorPath: path, refreshTokenErrors } = authentication;
  if (path === undefined || path.text.trim() === '') return matches(run, refreshTokenErrors, response.text);
  const body = parseBody(response.text);
  const found = body.kind === 'json' ? columnText(path.read(body.value)) : null;
  return found !== null && matches(run, refreshTokenErrors, found);
}

/** `SID=abc` of a Set-Cookie header. */
function cookieOf(header: string): string {
  return header.split(';')[0]?.trim() ?? '';
}

function tokenMissing(authentication: Authentication): ConnectorProblem {
  return problem({
    code: 'token-not-found',
    message: `The token request succeeded, and its answer has nothing at ${authentication.tokenResponsePath}.`,
    remedy: 'Set tokenResponsePath to where the token stands in the answer.',
    ...tokenPathAt(authentication),
  });
}

/** The fields of a token answer have fixed names, and token_type says which scheme the token wants (RFC 6749, documented). */
function doubtOf(
  { tokenResponsePath, tokenType }: Authentication,
  answer: HttpResponse,
  found: string,
): TokenDoubt | undefined {
  const body = parseBody(answer.text);
  const { access_token: token, token_type: scheme } = objectOf(body.kind === 'json' ? body.value : undefined);
  if (typeof token === 'string' && token !== found) {
    return {
      key: 'tokenResponsePath',
      why: `the token stands at access_token, and tokenResponsePath reads ${tokenResponsePath}`,
      remedy: '"tokenResponsePath": "access_token"',
    };
  }
  if (typeof scheme !== 'string' || scheme.toLowerCase() === tokenType.toLowerCase()) return undefined;
  return {
    key: 'tokenType',
    why: `the token answer has the token_type ${scheme}, and tokenType ${tokenType === '' ? 'is not there' : `is ${tokenType}`}`,
    remedy: `"tokenType": "${/^bearer$/i.test(scheme) ? 'Bearer' : scheme}"`,
  };
}

function requestFailed(
  call: TokenCall,
  request: HttpRequest,
  response: HttpResponse,
  redactor: Redactor,
): ConnectorProblem {
  const blamed = blamedForToken(call, response);
  return problem({
    code: 'token-request-failed',
    message: `${request.method} ${request.url} answered ${response.status}: ${redactor.text(response.text).slice(0, 300)}`,
    remedy:
      blamed[0] === 'httpHeaders'
        ? `"${blamed[1]}": "Basic AUTHORIZATION", with the client id and secret in its place (base64 of id:secret)`
        : 'Check the client id and secret, the address (no slash at its end), httpParams and httpContentType.',
    ...below(call.at, ...blamed),
  });
}

/** Begins with the accessToken of ConnectionJSON (for Basic: with the encoded pair). */
export function createSession(authentication: Authentication, options: SessionOptions): Session {
  const { redactor } = options;
  let token: string | undefined;
  let refreshToken = authentication.refreshToken;
  let refreshing: Promise<void> | undefined;
  let doubt: TokenDoubt | undefined;
  redactor.add(refreshToken);
  for (const key of authentication.maskInLogs) redactor.addKey(key);
  if (authentication.headerName !== undefined) redactor.addHeader(authentication.headerName);
  const withCookies = authentication.type.toLowerCase() === 'cookies';
  const keepsToken = withCookies && authentication.tokenResponsePath.trim() === '';
  let cookies = authentication.cookies;
  redactor.add(cookies);

  function hide(response: HttpResponse, paths: readonly string[]): void {
    for (const path of paths) redactor.add(tokenIn(response, path));
    if (withCookies) for (const cookie of response.cookies ?? []) redactor.add(cookieOf(cookie));
  }

  async function ask(run: Run, call: TokenCall, paths: readonly string[]): Promise<HttpResponse> {
    const rendered = await tokenRequest(authentication, call, { refreshToken, now: options.now() });
    const request = options.shown(rendered);
    const response = cleaned(await options.send(rendered), authentication);
    const step = {
      document: call.at.document,
      pointer: call.at.pointer,
      templates: [],
      request: requestTrace(request, redactor),
    };
    if ('code' in response) {
      const found = unreachable(response, call.at, request.url);
      run.record({ ...step, outcome: 'failed', problem: found });
      throw new ConnectorFailure(found);
    }
    const success = response.status >= 200 && response.status < 300;
    if (success) hide(response, paths);
    const traced = { ...step, response: responseTrace(response, redactor) };
    const missing =
      call === authentication.tokenCall &&
      !keepsToken &&
      tokenIn(response, authentication.tokenResponsePath) === undefined;
    if (success && !missing) {
      run.record({ ...traced, outcome: 'ok' });
      return response;
    }
    const found = success ? tokenMissing(authentication) : requestFailed(call, request, response, redactor);
    run.record({ ...traced, outcome: 'failed', problem: found });
    throw new TokenRefused(found, response);
  }

  /** A refresh token that is refused is renewed first, when refreshTokenCall says how. */
  async function renewRefreshToken(run: Run, call: TokenCall): Promise<void> {
    const path = call.refreshTokenPath ?? authentication.refreshTokenResponsePath ?? 'refresh_token';
    const answer = await ask(run, call, [path]);
    refreshToken = tokenIn(answer, path) ?? refreshToken;
    redactor.add(refreshToken);
  }

  async function askForToken(run: Run): Promise<HttpResponse> {
    const { tokenCall, refreshTokenCall, tokenResponsePath, refreshTokenResponsePath } = authentication;
    const paths = [
      ...(keepsToken ? [] : [tokenResponsePath]),
      ...(refreshTokenResponsePath === undefined ? [] : [refreshTokenResponsePath]),
    ];
    try {
      return await ask(run, tokenCall, paths);
    } catch (error) {
      if (!(error instanceof TokenRefused) || refreshTokenCall === undefined) throw error;
      if (!namesRefreshToken(run, authentication, error.response)) throw error;
      await renewRefreshToken(run, refreshTokenCall);
      return ask(run, tokenCall, paths);
    }
  }

  async function fetchToken(run: Run): Promise<void> {
    refuseUnsupported(authentication);
    if (authentication.type === 'Bearer') run.rely('bearer-type');
    const answer = await askForToken(run);
    const found = tokenIn(answer, authentication.tokenResponsePath) ?? '';
    if (authentication.refreshTokenResponsePath !== undefined) {
      refreshToken = tokenIn(answer, authentication.refreshTokenResponsePath) ?? refreshToken;
      redactor.add(refreshToken);
    }
    if (withCookies) {
      run.rely('cookie-authentication');
      if (answer.cookies !== undefined) cookies = answer.cookies.map(cookieOf).join('; ');
      redactor.add(cookies);
    }
    if (keepsToken) token = authentication.accessToken;
    else token = authentication.tokenType === '' ? found : `${authentication.tokenType} ${found}`;
    redactor.add(token);
    doubt = doubtOf(authentication, answer, found);
    const { renewsAtOnce, refreshTokenCall } = authentication;
    if (renewsAtOnce && refreshTokenCall !== undefined) await renewRefreshToken(run, refreshTokenCall);
  }

  return {
    authentication,
    cookies: () => cookies,
    doubt: () => doubt,
    async accessToken(run) {
      if (token !== undefined) return token;
      refuseUnsupported(authentication);
      if (authentication.type.toLowerCase() === 'basic') token = basicOf(authentication);
      else if (run.choose('firstToken') === 'eager') await fetchToken(run);
      else token = authentication.accessToken;
      redactor.add(token);
      return token ?? '';
    },
    async refresh(run, used) {
      if (token !== used) return;
      if (authentication.type.toLowerCase() === 'basic') return;
      refreshing ??= fetchToken(run).finally(() => {
        refreshing = undefined;
      });
      await refreshing;
    },
    remember() {
      const before = { token, refreshToken, cookies };
      return () => {
        ({ token, refreshToken, cookies } = before);
      };
    },
    refuses(run, response, body) {
      if (authentication.retryStatuses.has(response.status)) return true;
      const { errorPath, authErrors } = authentication;
      if (errorPath === undefined || authErrors.length === 0) return false;
      if (errorPath.text.trim() === '') return matches(run, authErrors, response.text);
      const at = body.kind === 'json' ? columnText(errorPath.read(body.value)) : null;
      return at !== null && matches(run, authErrors, at);
    },
  };
}
