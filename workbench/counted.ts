import type { Repository, RepositoryStore } from '../connector/index.js';

/** What only reads. Whatever else a store can do may change it. */
const READS: ReadonlySet<string> = new Set<keyof Repository | 'link' | 'save'>([
  'identities',
  'identity',
  'accounts',
  'account',
  'accountByName',
  'accountByColumn',
  'entitlements',
  'entitlement',
  'entitlementByColumn',
  'links',
  'linksOf',
  'hasLink',
  'link',
  'owners',
  'maps',
  'requests',
  'tasks',
  'task',
  'jobs',
  'save',
]);

/** A store that tells of every change, before it is made; giving back what was remembered is one. */
export function counted(store: RepositoryStore, onChange: () => void): RepositoryStore {
  const telling = Object.entries(store).map(([name, work]) => {
    if (READS.has(name)) return [name, work];
    if (name === 'remember') return [name, () => told(store.remember())];
    return [name, told(work)];
  });
  function told<Given extends unknown[], Result>(work: (...given: Given) => Result) {
    return (...given: Given): Result => {
      onChange();
      return work(...given);
    };
  }
  return Object.fromEntries(telling) as RepositoryStore;
}
