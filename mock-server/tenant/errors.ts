/** Everything a tenant can refuse, as one typed error; `rest/messages.ts` turns a code into Jama's words. */

export type RefusalCode =
  | 'user-not-found'
  | 'usergroup-not-found'
  | 'project-not-found'
  | 'member-not-found'
  | 'username-taken'
  | 'usergroup-name-taken'
  | 'already-member'
  | 'licence-inactive-refused'
  | 'licences-used-up';

/** A change or a look-up that the tenant refuses. `detail` fills the placeholders of the message. */
export class TenantError extends Error {
  override readonly name = 'TenantError';

  constructor(
    readonly code: RefusalCode,
    readonly detail: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(detail)}`);
  }
}

/** An option, flag or file that cannot be used: a stable code, what is wrong, and what to do instead. */
export class SetupError extends Error {
  override readonly name = 'SetupError';

  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
