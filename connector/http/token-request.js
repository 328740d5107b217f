import { fail } from '../failure.js';
import { isObject, pointerTo, textOf } from '../json.js';
import { columnText, compilePath } from '../mapping/path.js';
import { formFields, isForm, jsonObject, multipart, wireContentType } from './body.js';
import { parseBody } from './json-body.js';
import { signedJwt } from './jwt.js';
import { basicCredential } from './placeholders.js';
/** `Basic ...` from properties.userName and properties.password (documented for Basic and BasicWithAccessToken). */
export function basicOf(authentication) {
    const { properties, at } = authentication;
    if (properties === undefined) {
        return fail({ ...at, pointer: at.pointer }, {
            code: 'connection-properties-missing',
            message: `The authentication ${authentication.name} has no properties; EIC ends with "Cannot invoke method put() on null object".`,
            remedy: 'Add "properties": {"userName": "...", "password": "..."}.',
        });
    }
    return `Basic ${basicCredential(textOf(properties.userName) ?? '', textOf(properties.password) ?? '')}`;
}
function filled(value, placeholders) {
    if (typeof value === 'string') {
        return value.replaceAll(/\$\{(\w+)\}/g, (text, name) => placeholders[name] ?? text);
    }
    if (Array.isArray(value))
        return value.map((element) => filled(element, placeholders));
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner ?? null, placeholders)]));
}
function placeholdersOf(authentication, state) {
    const refresh = { refresh_token: state.refreshToken ?? '' };
    if (authentication.type.toLowerCase() !== 'cookies')
        return refresh;
    const apiKey = textOf(authentication.properties?.apiKey);
    return { ...refresh, timestamp: String(state.now), ...(apiKey !== undefined && { apiKey }) };
}
function fieldsOf(call, placeholders) {
    if (call.params === undefined || call.params === null) {
        return fail(call.at, {
            code: 'connection-params-missing',
            message: 'The token request has no httpParams; EIC ends with "Cannot invoke method put() on null object".',
            remedy: 'Add "httpParams"; an empty object {} will do.',
        });
    }
    const params = filled(call.params, placeholders);
    return isObject(params) ? params : (textOf(params) ?? '');
}
function encoded(params, contentType) {
    const fields = typeof params === 'string' ? jsonObject(params) : params;
    if (fields !== undefined && isForm(contentType)) {
        return { contentType: wireContentType(contentType ?? ''), body: formFields(fields, contentType) };
    }
    if (fields !== undefined && /^multipart\/form-data/i.test(contentType ?? ''))
        return multipart(fields);
    return { contentType, body: typeof params === 'string' ? params : JSON.stringify(params) };
}
/** The request that fetches a token. */
export async function tokenRequest(authentication, call, state) {
    if (call.url.trim() === '') {
        return fail(call.at, {
            code: 'token-url-missing',
            message: 'A token has to be fetched, and the authentication has no url.',
            remedy: 'Give url, httpMethod, httpParams, httpHeaders and httpContentType of the token request.',
        });
    }
    const params = fieldsOf(call, placeholdersOf(authentication, state));
    const { jwtConfig, httpParamsName } = authentication;
    const signed = jwtConfig === undefined || typeof params === 'string'
        ? params
        : { ...params, [httpParamsName]: await signedJwt(jwtConfig, state.now, authentication.at) };
    const basic = authentication.type.toLowerCase() === 'basicwithaccesstoken'
        ? { Authorization: basicOf(authentication) }
        : {};
    const { contentType, body } = encoded(signed, call.contentType);
    const withBody = call.method !== 'GET' && call.method !== 'HEAD';
    return {
        method: call.method,
        url: call.url,
        headers: { ...basic, ...call.headers, ...(contentType !== undefined && { 'Content-Type': contentType }) },
        ...(withBody && { body }),
    };
}
const HEADERS_MARK = '#HEADERS#';
function fromHeader(response, name) {
    const value = response.headers[name.toLowerCase()];
    return name.toLowerCase() === 'set-cookie' ? value?.split(';')[0] : value;
}
/** The token an answer carries, at a path or in a header (`#HEADERS#Set-Cookie`). */
export function tokenIn(response, path) {
    if (path.startsWith(HEADERS_MARK))
        return fromHeader(response, path.slice(HEADERS_MARK.length));
    const body = parseBody(response.text);
    if (path.trim() === '' && body.kind === 'broken')
        return response.text.trim();
    const found = body.kind === 'json' ? columnText(compilePath(path).read(body.value)) : null;
    return found === null || found === '' ? undefined : found;
}
/** Where a token path stands in ConnectionJSON. */
export function tokenPathAt(authentication) {
    return { ...authentication.at, pointer: pointerTo(authentication.at.pointer, 'tokenResponsePath') };
}
