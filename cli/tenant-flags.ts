import type { Command } from 'commander';
import { UsageError } from './failure.js';

/** The flags that name a tenant which runs already. */
export interface TenantFlags {
  readonly target?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** A tenant that runs already, and who calls it. */
export interface NamedTenant {
  readonly url: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
}

/** Adds `--target`, `--client-id` and `--client-secret` to a command. */
export function withTenantFlags(command: Command): Command {
  return command
    .option(
      '--target <url>',
      'base URL of a tenant, such as http://localhost:8080/jama (without it: a tenant of its own)',
    )
    .option('--client-id <id>', 'client id for the target')
    .option('--client-secret <secret>', 'client secret for the target');
}

/** The tenant that the flags name, or undefined when they name none. Throws `UsageError` when they are not enough. */
export function tenantOf({ target, clientId, clientSecret }: TenantFlags): NamedTenant | undefined {
  if (target === undefined) return undefined;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) {
    throw new UsageError(
      'target-invalid',
      `--target "${target}" is not a URL of http or https.`,
      'Give the base URL of a tenant, such as http://localhost:8080/jama.',
    );
  }
  if (clientId === undefined || clientSecret === undefined) {
    throw new UsageError(
      'credentials-missing',
      'A target needs credentials.',
      'Give --client-id and --client-secret; jama-sim start prints both.',
    );
  }
  return { url: target, credentials: { clientId, clientSecret } };
}
