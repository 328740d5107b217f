import { basicCredentials, bearerToken } from '../rest/authorization.js';
import type { Exchange } from '../rest/exchange.js';
import { WireError } from '../rest/messages.js';
import type { User } from '../tenant/model.js';

/**
 * Find out who calls: a Bearer token by look-up among the issued ones, or Basic where the profile has it. Throws
 * `WireError` if nobody does, or if the caller may not use REST.
 */
export function authenticate(exchange: Exchange): void {
  const { profile } = exchange.tenant;
  const caller = callerOf(exchange);
  const { active, licenseType, username } = caller;
  if (!active) throw new WireError('caller-inactive', { username });
  if (!profile.callerLicences.includes(licenseType))
    throw new WireError('licence-refused', { username, licenseType });
  const { permittedCallers } = profile;
  if (permittedCallers?.includes(username) === false) throw new WireError('caller-refused', { username });
  exchange.caller = caller;
}

function callerOf(exchange: Exchange): User {
  const { at, request, tenant } = exchange;
  const { authorization } = request.headers;
  if (authorization === undefined) throw new WireError('no-credentials');
  const bearer = tenant.profile.oauth ? bearerToken(authorization) : undefined;
  if (bearer !== undefined) {
    const token = tenant.tokens.find(bearer);
    if (token === undefined) throw new WireError('token-unknown');
    if (token.expiresAt <= at) throw new WireError('token-expired', { ago: at - token.expiresAt });
    if (!tenant.tokens.isNewest(token)) exchange.relyOn('token-many-valid');
    return tenant.owner;
  }
  const basic = tenant.profile.basic ? basicCredentials(authorization) : undefined;
  if (basic === undefined) throw new WireError('scheme-refused', { profile: tenant.profile.name });
  const user = basic[0] && tenant.users.findByUsername(basic[0].user);
  const known = user !== undefined && tenant.users.hasPassword(user.id, basic[0]?.password ?? '');
  if (!known) throw new WireError('password-refused');
  return user;
}
