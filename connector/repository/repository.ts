import type {
  AccessRequest,
  Account,
  Entitlement,
  EntitlementMap,
  Identity,
  JobRun,
  Link,
  Owner,
  Task,
} from './model.js';

/** The EIC side, to be read. Lists are plain data in the order of creation. */
export interface Repository {
  identities(): readonly Identity[];
  identity(username: string): Identity | undefined;
  accounts(): readonly Account[];
  account(key: number): Account | undefined;
  /** The account of that name; in one endpoint, or in any. */
  accountByName(name: string, endpoint?: string): Account | undefined;
  accountByColumn(column: string, value: string, endpoint?: string): Account | undefined;
  entitlements(type?: string): readonly Entitlement[];
  entitlement(key: number): Entitlement | undefined;
  entitlementByColumn(type: string, column: string, value: string): Entitlement | undefined;
  links(): readonly Link[];
  linksOf(accountKey: number): readonly Link[];
  hasLink(accountKey: number, entitlementKey: number): boolean;
  owners(): readonly Owner[];
  maps(): readonly EntitlementMap[];
  requests(): readonly AccessRequest[];
  tasks(): readonly Task[];
  task(id: number): Task | undefined;
  jobs(): readonly JobRun[];
}
