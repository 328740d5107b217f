import { fail } from '../failure.js';
import { isObject, objectOf, pointerTo, textOf } from '../json.js';
import { compilePath } from '../mapping/path.js';
import { fillPlaceholders } from './placeholders.js';
function texts(value) {
    if (value === undefined || value === null || value === '')
        return [];
    return [value].flat().map((one) => String(one));
}
function textRecord(value) {
    return Object.fromEntries(Object.entries(objectOf(value)).flatMap(([key, text]) => text === null || text === undefined ? [] : [[key, String(text)]]));
}
function tokenCall(at, entry) {
    return {
        at,
        url: textOf(entry.url) ?? '',
        method: (textOf(entry.httpMethod) ?? 'POST').toUpperCase(),
        params: entry.httpParams,
        headers: textRecord(entry.httpHeaders),
        contentType: textOf(entry.httpContentType),
        refreshTokenPath: textOf(entry.refreshTokenResponsePath),
    };
}
function count(value) {
    const number = Number(value ?? Number.NaN);
    return Number.isFinite(number) ? number : undefined;
}
function optionalPath(value) {
    return typeof value === 'string' ? compilePath(value) : undefined;
}
function rateLimit(entry) {
    const config = objectOf(entry.apiRateLimitConfig);
    const calls = count(config.retryAfterCalls);
    const seconds = count(config.retryWaitSeconds);
    return calls !== undefined && calls > 0 && seconds !== undefined ? { calls, seconds } : undefined;
}
/** A text without placeholders. */
function literal(value) {
    const text = textOf(value)?.trim();
    return text === undefined || text === '' || text.includes('${') ? undefined : text;
}
/** Reads one entry. */
export function readAuthentication(name, entry, at) {
    const refreshCall = entry.refreshTokenCall;
    return {
        name,
        at,
        type: textOf(entry.authType) ?? 'oauth2',
        tokenCall: tokenCall(at, entry),
        properties: isObject(entry.properties) ? entry.properties : undefined,
        accessToken: textOf(entry.accessToken) ?? '',
        tokenType: textOf(entry.tokenType) ?? '',
        tokenResponsePath: textOf(entry.tokenResponsePath) ?? 'access_token',
        errorPath: optionalPath(entry.errorPath),
        authErrors: [...texts(entry.authError), ...texts(entry.expiryError)],
        retryStatuses: new Set(texts(entry.retryFailureStatusCode).map(Number)),
        maxRefreshTries: count(entry.maxRefreshTryCount),
        rateLimit: rateLimit(entry),
        refreshToken: textOf(entry.refreshToken),
        refreshTokenResponsePath: textOf(entry.refreshTokenResponsePath),
        refreshTokenErrors: texts(entry.refreshTokenAuthError),
        refreshTokenErrorPath: optionalPath(entry.refreshTokenErrorPath),
        refreshTokenCall: isObject(refreshCall)
            ? tokenCall({ ...at, pointer: pointerTo(at.pointer, 'refreshTokenCall') }, refreshCall)
            : undefined,
        renewsAtOnce: entry.refreshTokenFlag === true || entry.refreshTokenFlag === 'true',
        timeOutError: textOf(entry.timeOutError) || undefined,
        cleansText: entry.cleanUpTextContent === true || entry.cleanUpTextContent === 'true',
        headerName: textOf(entry.authHeaderName) || undefined,
        cookies: literal(entry.cookies),
        ssl: isObject(entry.ssl) ? entry.ssl : undefined,
        jwtConfig: isObject(entry.jwtConfig) ? entry.jwtConfig : undefined,
        httpParamsName: textOf(entry.httpParamsName) ?? 'assertion',
        test: isObject(entry.testConnectionParams) ? entry.testConnectionParams : undefined,
        maskInLogs: texts(entry.maskInLogs),
    };
}
function unusable(document, at) {
    const why = document.problem ? `: ${document.problem.message}` : '';
    fail({ document: document.name, pointer: '' }, {
        code: 'connection-unusable',
        message: `The call at ${at.document}${at.pointer} needs ConnectionJSON, which is ${document.state}${why}.`,
        remedy: document.problem?.remedy ?? 'Give a ConnectionJSON; exports of EIC hold it only as cipher text.',
    });
}
/** The entries of ConnectionJSON by name. `testConnectionParams` beside them is no entry. */
export function readAuthentications(document, credentials) {
    const value = fillPlaceholders(document.value ?? null, credentials);
    const entries = objectOf(objectOf(value).authentications);
    const found = new Map();
    for (const [name, entry] of Object.entries(entries)) {
        if (name === 'testConnectionParams' || !isObject(entry))
            continue;
        const at = { document: document.name, pointer: pointerTo('/authentications', name) };
        found.set(name, readAuthentication(name, entry, at));
    }
    return found;
}
/**
 * The entry a call names. The built-in connection serves every name; `${connectionName}` means the only entry.
 * @throws ConnectorFailure at the call when there is none
 */
export function authenticationFor(name, entries, document, at) {
    if (document.state !== 'ok')
        unusable(document, at);
    const [only, ...others] = entries.values();
    const found = name === undefined ? undefined : entries.get(name);
    if (found !== undefined)
        return found;
    if (only !== undefined && document.origin === 'default')
        return only;
    if (only !== undefined && others.length === 0 && (name === undefined || name.includes('${')))
        return only;
    fail({ document: at.document, pointer: pointerTo(at.pointer, 'connection') }, {
        code: 'authentication-missing',
        message: name === undefined
            ? 'The call names no connection.'
            : `The call names the connection ${name}, and ConnectionJSON has no authentication of that name.`,
        remedy: `Name one of these: ${[...entries.keys()].join(', ') || '(ConnectionJSON has none)'}.`,
    });
}
