import type { RuleId } from '../../mock-server/index.js';
import type { Jama } from './jama.js';
import type { Verdict } from './verdict.js';

/** One question to a Jama about one rule of the ledger. */
export interface Probe {
  readonly rule: RuleId;
  /** What is asked, in a few words. */
  readonly asks: string;
  /** Needs leave to write. */
  readonly writes?: true;
  /** Sends many calls at once. */
  readonly burst?: true;
  /** Can be asked even if the caller may not use the API. */
  readonly anonymous?: true;
  judge(jama: Jama): Promise<Verdict>;
}
