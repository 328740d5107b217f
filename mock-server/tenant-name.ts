import { SetupError } from './tenant/errors.js';

const NAME = /^(?!__|\.+$)[A-Za-z0-9._~-]{1,64}$/;

/** Whether a text can be a tenant's name, and so the first segment of its address. */
export const isTenantName = (name: string): boolean => NAME.test(name) && name !== 'rest';

/** Check the name of a tenant. Throws `SetupError` with code `tenant-name-invalid`. */
export function checkTenantName(name: string): string {
  if (isTenantName(name)) return name;
  throw new SetupError(
    'tenant-name-invalid',
    `${JSON.stringify(name)} cannot be the name of a tenant: it is the first segment of its address.`,
    'Take 1 to 64 letters, digits, ".", "_", "~" or "-"; "rest" and what begins with "__" are taken.',
  );
}
