import type { Account, Entitlement, Identity, JobRun, Link, Task } from './model.js';

/** The EIC side, to be read. Lists are plain data in the order of creation. */
export interface Repository {
  identities(): readonly Identity[];
  identity(username: string): Identity | undefined;
  accounts(): readonly Account[];
  account(key: number): Account | undefined;
  accountByName(name: string): Account | undefined;
  accountByColumn(column: string, value: string): Account | undefined;
  entitlements(type?: string): readonly Entitlement[];
  entitlement(key: number): Entitlement | undefined;
  entitlementByColumn(type: string, column: string, value: string): Entitlement | undefined;
  links(): readonly Link[];
  linksOf(accountKey: number): readonly Link[];
  hasLink(accountKey: number, entitlementKey: number): boolean;
  tasks(): readonly Task[];
  task(id: number): Task | undefined;
  jobs(): readonly JobRun[];
}
