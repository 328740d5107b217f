import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
/** Bodies beyond this size are not read (a page of a thousand users has about one megabyte). */
export const BODY_LIMIT = 64_000_000;
class TooLarge extends Error {
}
async function bodyText(response) {
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    if (length > BODY_LIMIT)
        throw new TooLarge();
    if (length >= 0 || response.body === null)
        return response.text();
    const decoder = new TextDecoder();
    const parts = [];
    let size = 0;
    for await (const chunk of response.body) {
        size += chunk.byteLength;
        if (size > BODY_LIMIT)
            throw new TooLarge();
        parts.push(decoder.decode(chunk, { stream: true }));
    }
    parts.push(decoder.decode());
    return parts.join('');
}
/** What an error says; it is read by shape, since fetch may throw errors of another realm. */
function errorLike(error) {
    const fields = typeof error === 'object' && error !== null ? error : { message: String(error) };
    const text = (key) => {
        const value = Reflect.get(fields, key);
        return typeof value === 'string' ? value : '';
    };
    return {
        name: text('name'),
        message: text('message'),
        code: text('code'),
        cause: Reflect.get(fields, 'cause'),
    };
}
/** The code and message of the innermost cause. */
function causeOf(error) {
    const outer = errorLike(error);
    if (typeof outer.cause !== 'object' || outer.cause === null)
        return outer;
    const inner = errorLike(outer.cause);
    return { code: inner.code, message: inner.message === '' ? inner.code || outer.message : inner.message };
}
function failureOf(error, milliseconds) {
    if (error instanceof TooLarge) {
        return {
            code: 'response-too-large',
            reason: `the body has more than ${BODY_LIMIT / 1e6} MB`,
            notSent: false,
        };
    }
    const { code, message } = causeOf(error);
    if (errorLike(error).name === 'AbortError') {
        return {
            code: 'target-timeout',
            reason: `no complete answer within ${milliseconds / 1000} s`,
            notSent: false,
        };
    }
    if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) {
        return { code: 'target-unreachable', reason: `${code}: ${message}`, notSent: true };
    }
    if (code === '' ||
        code === 'ERR_INVALID_URL' ||
        code === 'ERR_INVALID_CHAR' ||
        code === 'UND_ERR_INVALID_ARG') {
        return { code: 'request-invalid', reason: message, notSent: true };
    }
    return { code: 'connection-broken', reason: `${code}: ${message}`, notSent: false };
}
/** fetch refuses a body with GET; the plain client sends it (GETWITHBODY). */
function getWithBody(request, signal) {
    return new Promise((resolve, reject) => {
        const url = new URL(request.url);
        const body = Buffer.from(request.body ?? '', 'utf8');
        const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
        const outgoing = send(url, { method: request.method, headers: { ...request.headers, 'content-length': body.length }, signal }, (incoming) => {
            const chunks = [];
            let size = 0;
            incoming.on('data', (chunk) => {
                size += chunk.length;
                if (size > BODY_LIMIT)
                    incoming.destroy(new TooLarge());
                else
                    chunks.push(chunk);
            });
            incoming.on('error', reject);
            incoming.on('end', () => resolve({
                status: incoming.statusCode ?? 0,
                headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')])),
                text: Buffer.concat(chunks).toString('utf8'),
            }));
        });
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}
/**
 * Sends one request and reads the whole answer. Redirects are not followed. Failures are values.
 * @param milliseconds time until the answer must be complete
 */
export async function send(request, options) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), options.milliseconds);
    try {
        if (request.body !== undefined && /^(GET|HEAD)$/.test(request.method)) {
            return await getWithBody(request, abort.signal);
        }
        const response = await options.fetch(request.url, {
            method: request.method,
            headers: request.headers,
            redirect: 'manual',
            signal: abort.signal,
            ...(request.body !== undefined && { body: request.body }),
        });
        const cookies = response.headers.getSetCookie();
        return {
            status: response.status,
            headers: Object.fromEntries(response.headers),
            text: await bodyText(response),
            ...(cookies.length > 0 && { cookies }),
        };
    }
    catch (error) {
        return failureOf(error, options.milliseconds);
    }
    finally {
        clearTimeout(timer);
    }
}
