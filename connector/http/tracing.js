import { problem } from '../problem.js';
/** How many characters of a body a trace keeps: less after many steps, so that a large import stays small. */
export function tracedBody(steps) {
    return steps < 500 ? 4000 : 200;
}
/** Whether a step is kept whole: with its templates and headers. */
export function isFull(limit) {
    return limit >= tracedBody(0);
}
function cut(text, limit) {
    if (text.length <= limit)
        return text;
    // A slice would keep the whole body alive; the copy does not.
    const head = Buffer.from(text.slice(0, limit), 'utf8').toString('utf8');
    return `${head}... (${text.length} characters)`;
}
/** A request for the trace: secrets replaced, the body cut; late in a large import without its headers. */
export function requestTrace(request, redactor, limit = tracedBody(0)) {
    return {
        method: request.method,
        url: redactor.text(request.url),
        headers: isFull(limit) ? redactor.headers(request.headers) : {},
        ...(request.body !== undefined && { body: redactor.text(cut(request.body, limit)) }),
    };
}
/** A response for the trace: secrets replaced, the body cut; late in a large import without its headers. */
export function responseTrace(response, redactor, limit = tracedBody(0)) {
    return {
        status: response.status,
        headers: isFull(limit) ? redactor.headers(response.headers) : {},
        body: redactor.text(cut(response.text, limit)),
    };
}
const REMEDIES = {
    'target-unreachable': 'Check that the target runs, and its address in the connector JSON.',
    'target-timeout': 'Try again, or raise readTimeout in connectionTimeoutConfig of ConfigJSON.',
    'connection-broken': 'Try again; the target or something before it closed the connection.',
    'response-too-large': 'Ask for smaller pages.',
    'run-stopped': 'Run the flow again.',
    'request-invalid': 'Mend the URL, the method or a header: it cannot be sent like this.',
};
/** The problem of a request that got no answer. */
export function unreachable(failure, at, url) {
    return problem({
        code: failure.code,
        message: `${url} gave no answer that can be used: ${failure.reason}.`,
        remedy: REMEDIES[failure.code],
        document: at.document,
        pointer: at.pointer,
    });
}
