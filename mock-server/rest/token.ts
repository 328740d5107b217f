import { tokenWordsOf } from '../overrides/index.js';
import type { Tenant } from '../tenant/tenant.js';
import { basicCredentials } from './authorization.js';
import { failure, headerSafe } from './envelope.js';
import type { Exchange } from './exchange.js';
import { fill, type OAuthCode, WireError } from './messages.js';
import { mediaType, readBody } from './read-body.js';
import type { Reply } from './reply.js';
import { NO_BODY, wireText } from './wire-text.js';

const FORM = 'application/x-www-form-urlencoded';
const NOT_STORED = ['cache-control', 'no-store', 'pragma', 'no-cache'] as const;

/**
 * `POST /rest/oauth/token`: HTTP Basic and grant_type=client_credentials, in a form body or in the query string, give a
 * token. The success is documented; what a refusal looks like is inferred, and each refusal has its own hint.
 */
export async function token(exchange: Exchange): Promise<Reply> {
  const { tenant, method } = exchange;
  if (exchange.path.endsWith('/')) return failure(exchange, 'token-trailing-slash', { path: exchange.path });
  if (method === 'OPTIONS') return { status: 200, body: NO_BODY, headers: ['allow', 'POST, OPTIONS'] };
  if (method !== 'POST') {
    throw new WireError('method-not-allowed', { method, allow: 'POST, OPTIONS' });
  }
  const grant = await grantType(exchange);
  if (!tenant.profile.oauth) return oauthFailure(exchange, 'oauth-off', { profile: tenant.profile.name });
  const client = basicCredentials(exchange.request.headers.authorization);
  if (client === undefined) return oauthFailure(exchange, 'no-client');
  const { clientId, clientSecret } = tenant.credentials;
  const known = client.some(({ user, password }) => user === clientId && password === clientSecret);
  if (!known) return oauthFailure(exchange, 'wrong-client');
  if (!tenant.owner.active)
    return oauthFailure(exchange, 'owner-inactive', { username: tenant.owner.username });
  if (grant === undefined) return oauthFailure(exchange, 'no-grant');
  if (grant !== 'client_credentials') return oauthFailure(exchange, 'unknown-grant', { grant });
  return tokenReply(tenant);
}

async function grantType(exchange: Exchange): Promise<string | undefined> {
  const type = mediaType(exchange.request);
  const body = await readBody(exchange, 'token-media-type');
  const inQuery = exchange.query.get('grant_type');
  if (inQuery !== null && inQuery !== '') return inQuery;
  if (body !== '' && type !== FORM) throw new WireError('token-media-type');
  return new URLSearchParams(body).get('grant_type') || undefined;
}

async function tokenReply(tenant: Tenant): Promise<Reply> {
  const { accessToken, id } = await tenant.tokens.issue(tenant.credentials, tenant.owner.username);
  const { lifetime } = tenant.tokens;
  const answer =
    tenant.profile.tokenAnswer === 'three-fields'
      ? { access_token: accessToken, token_type: 'Bearer', expires_in: lifetime }
      : {
          access_token: accessToken,
          token_type: 'bearer',
          expires_in: lifetime - 1,
          scope: 'token_information',
          application_data: { JAMA_CORE: tenant.owner.username },
          tenant: tenant.tokens.tenant,
          jti: id,
        };
  return { status: 200, body: wireText(JSON.stringify(answer)), headers: NOT_STORED };
}

function oauthFailure(exchange: Exchange, code: OAuthCode, detail: Record<string, string> = {}): Reply {
  const { profile, overrides } = exchange.tenant;
  const words = tokenWordsOf(overrides, code, profile.tokenAnswer === 'seven-fields');
  const { status, error, description, uri, evidence, hint } = words;
  if (evidence !== undefined) exchange.relyOn(evidence);
  return {
    status,
    body: wireText(
      JSON.stringify({
        error,
        error_description: description === undefined ? undefined : fill(description, detail),
        error_uri: uri,
      }),
    ),
    headers: [...NOT_STORED, 'x-jama-sim-hint', headerSafe(fill(hint, detail))],
  };
}
