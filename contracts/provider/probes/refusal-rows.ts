import type { ErrorCode, RuleId } from '../../../mock-server/index.js';
import type { Answer } from '../answer.js';
import type { Jama } from '../jama.js';
import type { Probe } from '../probe.js';

type Detail = Readonly<Record<string, string | number>>;

/** A request that must be refused in the words of the ledger. */
export interface RefusalRow {
  readonly rule: RuleId;
  readonly asks: string;
  /** The error in the ledger, and what fills the placeholders of its text. */
  readonly code: ErrorCode;
  readonly detail?: Detail | ((answer: Answer) => Detail);
  readonly writes?: true;
  readonly anonymous?: true;
  send(jama: Jama): Promise<Answer>;
}

/** A row as a probe: status and text must be those of the ledger. */
export function refusalProbe({ code, detail = {}, send, ...about }: RefusalRow): Probe {
  return {
    ...about,
    async judge(jama) {
      const answer = await send(jama);
      return jama.refusal(answer, code, typeof detail === 'function' ? detail(answer) : detail);
    },
  };
}
