import {
  type ConnectionPackage,
  isObject,
  type JsonObject,
  objectOf,
  pointerSteps,
  textOf,
} from '../../connector/index.js';
import type { CallSite } from './call-sites.js';

/** The connection that a call names, and where: in the call itself, or in the section around it. */
export interface NamedConnection {
  readonly name: string;
  readonly pointer: string;
}

/** Undefined when neither the call nor its section names one. */
export function connectionOf(site: CallSite): NamedConnection | undefined {
  const own = textOf(site.call.connection);
  if (own !== undefined) return { name: own, pointer: `${site.pointer}/connection` };
  if (site.purpose === 'test-connection') {
    const [, name = ''] = pointerSteps(site.pointer);
    return { name, pointer: site.pointer };
  }
  if (site.purpose === 'import-users') {
    const shared = textOf(objectOf(site.document.value).connection);
    return shared === undefined ? undefined : { name: shared, pointer: '/connection' };
  }
  const section = site.pointer.split('/')[1] ?? '';
  const inherited = textOf(objectOf(objectOf(site.document.value)[section]).connection);
  return inherited === undefined ? undefined : { name: inherited, pointer: `/${section}/connection` };
}

/** Where a call that names no connection would name it: in an import in its section, for all calls of it. */
export function connectionPointer({ document, pointer }: CallSite): string {
  const [, section = ''] = pointer.split('/');
  return document.name === 'ImportAccountEntJSON' ? `/${section}/connection` : `${pointer}/connection`;
}

/** The authentications of ConnectionJSON by name; undefined when it cannot be read or is the built-in one, which serves every name. */
export function authenticationsOf(
  connectionPackage: ConnectionPackage,
): ReadonlyMap<string, JsonObject> | undefined {
  const document = connectionPackage.document('ConnectionJSON');
  if (!isObject(document.value) || document.origin === 'default') return undefined;
  const entries = Object.entries(objectOf(document.value.authentications));
  return new Map(
    entries.flatMap(([name, entry]): [string, JsonObject][] =>
      name !== 'testConnectionParams' && isObject(entry) ? [[name, entry]] : [],
    ),
  );
}

/** The connections that the sections of an import name for the calls in them that name none. */
export function sectionConnections(connectionPackage: ConnectionPackage): NamedConnection[] {
  const root = objectOf(connectionPackage.document('ImportAccountEntJSON').value);
  return [
    'accountParams',
    'entitlementParams',
    'acctEntParams',
    'entOwnerParams',
    'entMappingParams',
  ].flatMap((section) => {
    const name = textOf(objectOf(root[section]).connection);
    return name === undefined ? [] : [{ name, pointer: `/${section}/connection` }];
  });
}
