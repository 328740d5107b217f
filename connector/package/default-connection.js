/** Where a Jama tenant of nobody in particular stands; the published connection package carries this address. */
const USUAL_BASE = 'http://localhost:8080/jama';
/** The base URL of the Jama tenant which the texts of a package speak to. */
function baseUrlIn(texts) {
    for (const text of texts) {
        const match = /(https?:\/\/[^\s"'$<>{}]+?)\/rest\/(?:v1|latest|oauth|labs)\b/.exec(text);
        if (match?.[1] !== undefined)
            return match[1];
    }
    return USUAL_BASE;
}
/**
 * A ConnectionJSON for Jama: client credentials, sent as HTTP Basic, to `<base>/rest/oauth/token`. AUTHORIZATION stands for
 * the base64 text of CLIENTID:CLIENTSECRET, as in the integration guide (documented).
 * @param texts the other connector JSONs; the tenant's base URL is taken from their URLs
 */
export function defaultConnection(texts) {
    const base = baseUrlIn(texts);
    return JSON.stringify({
        authentications: {
            acctAuth: {
                authType: 'oauth2',
                url: `${base}/rest/oauth/token`,
                httpMethod: 'POST',
                httpParams: { grant_type: 'client_credentials' },
                httpHeaders: { Authorization: 'Basic AUTHORIZATION', Accept: 'application/json' },
                httpContentType: 'application/x-www-form-urlencoded',
                errorPath: 'meta.message',
                authError: ['Unauthorized'],
                retryFailureStatusCode: [401],
                maxRefreshTryCount: 3,
                tokenResponsePath: 'access_token',
                tokenType: 'Bearer',
                authHeaderName: 'Authorization',
                accessToken: 'Bearer initial-token',
                testConnectionParams: {
                    http: {
                        url: `${base}/rest/v1/users/current`,
                        httpMethod: 'GET',
                        httpHeaders: { Authorization: '${access_token}', Accept: 'application/json' },
                        httpContentType: 'application/json',
                    },
                    successResponse: [],
                    errors: [],
                },
            },
        },
    }, null, 2);
}
