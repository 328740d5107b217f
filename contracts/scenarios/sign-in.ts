import { type ConnectionPackage, isObject, objectOf, textOf } from '../../connector/index.js';
import { PROFILES, type Profile } from '../../mock-server/index.js';
import type { TenantSize } from './scenario.js';

/** What a tenant is told, so that it knows who signs in with a package. */
export interface SignIn {
  readonly profile?: string | Profile;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** The user name of the caller; the seed chooses one unless it is given. */
  readonly caller?: string;
}

/**
 * The client or the user that a ConnectionJSON names. A tenant that is made for the package takes them, whoever they are:
 * only the real one can tell whether they are right. Placeholders are filled with what the tenant chooses.
 */
export function signInOf(connectionPackage: ConnectionPackage, size: TenantSize): SignIn {
  const { authentications } = objectOf(connectionPackage.document('ConnectionJSON').value);
  const entries = Object.values(objectOf(authentications)).filter(isObject);
  const pairs = entries.map(({ authType, properties, httpHeaders }) => ({
    type: textOf(authType)?.toLowerCase(),
    user: textOf(objectOf(properties).userName),
    password: textOf(objectOf(properties).password),
    client: clientOf(Object.entries(objectOf(httpHeaders))),
  }));
  const basic = pairs.find(({ type, user, password }) => type === 'basic' && user && password);
  if (basic?.user !== undefined && basic.password !== undefined)
    return { profile: withBasic(size.profile), clientSecret: basic.password, caller: basic.user };
  const [client] = pairs.flatMap((pair) => pair.client ?? []);
  return client ?? {};
}

/** The pair of an `Authorization: Basic` header; undefined when it is a placeholder or encodes no pair. */
function clientOf(
  headers: readonly (readonly [string, unknown])[],
): { clientId: string; clientSecret: string } | undefined {
  const [, value] = headers.find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(typeof value === 'string' ? value.trim() : '')?.[1];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (encoded === undefined || bytes.toString('base64') !== encoded) return undefined;
  const [, clientId, clientSecret] =
    /^([\x21-\x39\x3b-\x7e]+):([\x21-\x7e]+)$/.exec(bytes.toString('utf8')) ?? [];
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

/** Basic is taken where single sign-on is off, in the cloud as well. */
function withBasic(profile: TenantSize['profile'] = 'self-hosted'): Profile | string {
  const found = typeof profile === 'string' ? PROFILES.find(({ name }) => name === profile) : profile;
  return found ? { ...found, basic: true } : profile;
}
