import { Command } from 'commander';
import { type VerifiedAnswer, verifyTarget } from '../../contracts/index.js';
import { UsageError } from '../failure.js';

interface VerifyFlags {
  readonly target: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** `jama-sim verify`: exit status 0 when every answer is as the OpenAPI document says, 1 when one differs, 3 when the target cannot be reached. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('hold the answers of a Jama, simulated or real, against the OpenAPI document; reads only')
    .requiredOption('--target <url>', 'base URL of the tenant, such as http://localhost:8080/jama')
    .requiredOption('--client-id <id>', 'client id')
    .requiredOption('--client-secret <secret>', 'client secret')
    .action(async ({ target, clientId, clientSecret }: VerifyFlags) => {
      if (!URL.canParse(target)) {
        throw new UsageError(
          'target-invalid',
          `--target "${target}" is not a URL.`,
          'Give the base URL of a tenant, such as http://localhost:8080/jama.',
        );
      }
      const answers = await verifyTarget({ target, credentials: { clientId, clientSecret }, fetch }).catch(
        (error: Error) => {
          throw new UsageError(
            'target-unreachable',
            `${target} cannot be reached: ${error.cause instanceof Error ? error.cause.message : error.message}`,
            'Start it (jama-sim start), or give the address of one that runs.',
            3,
          );
        },
      );
      process.stdout.write(`${answers.flatMap(lines).join('\n')}\n`);
      process.exitCode = answers.some(({ differences }) => differences.length > 0) ? 1 : 0;
    });
}

function lines({ request, status, differences }: VerifiedAnswer): string[] {
  const verdict = differences.length === 0 ? 'as documented' : 'differs';
  return [`${verdict.padEnd(14)} ${status}  ${request}`, ...differences.map((one) => `    ${one}`)];
}
