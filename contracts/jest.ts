import type {} from 'expect';
import type { ConnectionPackage } from '../connector/index.js';
import { type CheckChoices, checkPackage } from './check-package.js';
import { readGiven } from './read-given.js';
import { prettyReport } from './report/pretty.js';

/** What a matcher of jest, and of vitest, gives back. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/**
 * Matchers for `expect.extend` of jest and vitest. `toHoldTheContract` takes the path of a package, or a package, and passes when
 * all of its flows hold; its message is the pretty report.
 */
export const matchers = {
  async toHoldTheContract(
    received: string | ConnectionPackage,
    choices: CheckChoices = {},
  ): Promise<MatcherResult> {
    const given = await readGiven(received, choices);
    const result = await checkPackage(given.package, { ...choices, settings: given.settings });
    const durationMs = result.scenarios.reduce((sum, scenario) => sum + scenario.durationMs, 0);
    const pass = result.findings.every(({ severity }) => severity !== 'error');
    return {
      pass,
      message: () =>
        `${pass ? `${result.package} holds the contract, and was expected not to.` : `${result.package} does not hold the contract.`}\n\n${prettyReport(result, { package: given.package, color: false, durationMs })}`,
    };
  },
};

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    /** All flows of the package hold; give a path or a package, and await it. */
    toHoldTheContract(this: Matchers<R, T>, choices?: CheckChoices): Promise<R>;
  }
}
