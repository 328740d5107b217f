import type { User, UserGroup } from './model.js';

/**
 * One change of a tenant as plain data. Whoever applies the changes in their order to the state before the first of them has
 * the state after the last. `everything` stands for a state that was replaced as a whole.
 */
export type Change =
  | { readonly kind: 'user'; readonly user: User; readonly password?: string }
  | { readonly kind: 'password'; readonly userId: number; readonly password: string }
  | { readonly kind: 'usergroup'; readonly usergroup: UserGroup }
  | { readonly kind: 'usergroup-deleted'; readonly groupId: number }
  | { readonly kind: 'member-added'; readonly groupId: number; readonly userId: number }
  | { readonly kind: 'member-removed'; readonly groupId: number; readonly userId: number }
  | { readonly kind: 'everything' };

/** A change that stands for itself, without the state that it led to. */
export type SmallChange = Exclude<Change, { readonly kind: 'everything' }>;

/** What keeps the changes of a tenant. */
export interface ChangeStore {
  changed(change: Change): void;
  /** Resolves when every change announced so far is kept; rejects if it could not be. */
  saved(): Promise<void>;
}
