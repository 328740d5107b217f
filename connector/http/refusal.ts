import { below } from '../failure.js';
import { type ConnectorProblem, problem } from '../problem.js';
import type { RequestTrace } from '../trace.js';
import type { Call } from './read-call.js';
import type { HttpRequest, HttpResponse } from './send.js';
import type { Session } from './session.js';

/** The last attempt of a call that the target did not take the token of. */
interface Refused {
  readonly request: HttpRequest;
  readonly shown: RequestTrace;
  readonly response: HttpResponse;
  readonly token: string;
  /** How often a new token was fetched for the call before. */
  readonly tries: number;
}

/**
 * Why a call was refused although a token could be had: no new one may be fetched, the call does not send it, or it was
 * taken from the wrong place or got the wrong scheme. What is left is a client that may not do this.
 */
export function refusal(call: Call, refused: Refused, session: Session): ConnectorProblem {
  const { request, shown, response, token, tries } = refused;
  const { at, maxRefreshTries } = session.authentication;
  const answered = `${shown.method} ${shown.url} answered ${response.status}`;
  if (maxRefreshTries !== undefined && maxRefreshTries <= 0 && tries === 0) {
    return problem({
      code: 'authentication-refused',
      message: `${answered}, and maxRefreshTryCount ${maxRefreshTries} lets no new token be fetched.`,
      remedy: '"maxRefreshTryCount": 3',
      ...below(at, 'maxRefreshTryCount'),
    });
  }
  if (response.status >= 200 && response.status < 300) {
    const { key, why, remedy } = takenForRefusal(response, session);
    return problem({
      code: 'authentication-refused',
      message: `${answered}, a success, and ${why}.`,
      remedy,
      ...below(at, key),
    });
  }
  const misplaced = misplacedToken(request, token, session.authentication.headerName);
  if (misplaced !== undefined) {
    return problem({
      code: 'authentication-refused',
      message: `${answered}: ${misplaced.why}.`,
      remedy: `"${misplaced.remedyName}": "\${access_token}"`,
      ...below(call.http, 'httpHeaders', misplaced.name),
    });
  }
  const doubt = session.doubt();
  return problem({
    code: 'authentication-refused',
    message: `${answered} even with a fresh token${doubt === undefined ? '' : `: ${doubt.why}`}.`,
    remedy:
      doubt?.remedy ??
      `Check what the client may do in the target, and how ${call.at.pointer} sends \${access_token}.`,
    ...(doubt === undefined ? at : below(at, doubt.key)),
  });
}

/** The key that counts an answer as a refusal of the token although the target did what it was asked. */
function takenForRefusal(
  { status }: HttpResponse,
  { authentication: { retryStatuses, authErrors, errorPath } }: Session,
): { key: string; why: string; remedy: string } {
  if (retryStatuses.has(status)) {
    const rest = [...retryStatuses].filter((one) => one >= 400);
    const why = `retryFailureStatusCode has ${status} among the statuses of a token that ran out`;
    return {
      key: 'retryFailureStatusCode',
      why,
      remedy: `"retryFailureStatusCode": ${JSON.stringify(rest.length > 0 ? rest : [401])}`,
    };
  }
  const found = authErrors.map((text) => JSON.stringify(text)).join(', ');
  return {
    key: 'authError',
    why: `authError takes ${found} at ${errorPath?.text} for a token that ran out`,
    remedy: '"authError": ["Unauthorized"]',
  };
}

/** The header that should be the token and is not; undefined when one is, or when the token goes out in another way. */
function misplacedToken(
  { url, headers, body }: HttpRequest,
  token: string,
  headerName = 'Authorization',
): { name: string; remedyName: string; why: string } | undefined {
  const holding = Object.entries(headers).filter(([, text]) => text.includes(token));
  const is = (name: string) => name.toLowerCase() === headerName.toLowerCase();
  if (holding.some(([name, text]) => is(name) && text === token)) return undefined;
  const [other] = holding;
  if (other !== undefined && is(other[0])) {
    const why = `${other[0]} has more in it than \${access_token}, which holds the scheme already`;
    return { name: other[0], remedyName: other[0], why };
  }
  if (other !== undefined)
    return { name: other[0], remedyName: headerName, why: `the call sends the token as ${other[0]}` };
  if ([url, body ?? ''].some((text) => text.includes(token))) return undefined;
  const name = Object.keys(headers).find(is) ?? headerName;
  return { name, remedyName: name, why: 'the call does not send ${access_token}' };
}
