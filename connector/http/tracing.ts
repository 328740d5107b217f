import type { At } from '../failure.js';
import { type ConnectorProblem, problem } from '../problem.js';
import type { RequestTrace, ResponseTrace } from '../trace.js';
import type { Redactor } from './redact.js';
import type { HttpRequest, HttpResponse, SendFailure } from './send.js';

/** Bodies in a trace are cut here, so that the trace of a large import stays small. */
export const TRACED_BODY = 4000;

function cut(text: string): string {
  if (text.length <= TRACED_BODY) return text;
  // A slice would keep the whole body alive; the copy does not.
  const head = Buffer.from(text.slice(0, TRACED_BODY), 'utf8').toString('utf8');
  return `${head}... (${text.length} characters)`;
}

/** A request for the trace: secrets replaced, the body cut. */
export function requestTrace(request: HttpRequest, redactor: Redactor): RequestTrace {
  return {
    method: request.method,
    url: redactor.text(request.url),
    headers: redactor.headers(request.headers),
    ...(request.body !== undefined && { body: redactor.text(cut(request.body)) }),
  };
}

/** A response for the trace: secrets replaced, the body cut. */
export function responseTrace(response: HttpResponse, redactor: Redactor): ResponseTrace {
  return {
    status: response.status,
    headers: redactor.headers(response.headers),
    body: redactor.text(cut(response.text)),
  };
}

const REMEDIES: Readonly<Record<SendFailure['code'], string>> = {
  'target-unreachable': 'Check that the target runs, and its address in the connector JSON.',
  'target-timeout': 'Try again, or raise readTimeout in connectionTimeoutConfig of ConfigJSON.',
  'connection-broken': 'Try again; the target or something before it closed the connection.',
  'response-too-large': 'Ask for smaller pages.',
  'request-invalid': 'Mend the URL, the method or a header: it cannot be sent like this.',
};

/** The problem of a request that got no answer. */
export function unreachable(failure: SendFailure, at: At, url: string): ConnectorProblem {
  return problem({
    code: failure.code,
    message: `${url} gave no answer that can be used: ${failure.reason}.`,
    remedy: REMEDIES[failure.code],
    document: at.document,
    pointer: at.pointer,
  });
}
