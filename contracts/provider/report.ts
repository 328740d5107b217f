import type { Overrides, RuleView } from '../../mock-server/index.js';
import type { OpenApiDifference } from './session.js';

/** What was found out about a rule of the ledger. */
export type RuleVerdict = 'confirmed' | 'contradicted' | 'not-testable';

/** One question whose answer is not as the ledger says. */
export interface SeenContradiction {
  readonly asks: string;
  /** The requests of the question, with their statuses. */
  readonly asked: readonly string[];
  readonly came: string;
  /** What the simulator says instead, where the rule's own sentence leaves it open. */
  readonly says?: string;
  /** Whether overrides can make the simulator answer so. */
  readonly correctable: boolean;
}

/** A rule with its verdict. */
export interface JudgedRule extends Pick<RuleView, 'id' | 'grade' | 'statement'> {
  readonly verdict: RuleVerdict;
  /** What was asked; empty if nothing was. */
  readonly asks: readonly string[];
  /** Why it could not be told, for a rule that is not testable. */
  readonly reason?: string;
  readonly contradictions: readonly SeenContradiction[];
}

/** What became of the records that were created. */
export interface CreatedRecords {
  readonly groupsDeleted: number;
  readonly usersDeactivated: number;
  /** What could not be taken away again. */
  readonly left: readonly string[];
}

/** The verdict on a Jama. */
export interface VerifyReport {
  readonly target: string;
  readonly writes: boolean;
  readonly simulator: boolean;
  readonly requests: number;
  readonly rules: readonly JudgedRule[];
  /** Answers that were held against the OpenAPI document, and those that differ from it. */
  readonly openApi: { readonly answers: number; readonly differing: readonly OpenApiDifference[] };
  readonly created: CreatedRecords;
  /** Whether the run was broken off. */
  readonly interrupted: boolean;
}

/** A report, and the overrides with which the simulator answers as the target did. */
export interface Verification {
  readonly report: VerifyReport;
  readonly overrides: Overrides;
}

/** How many rules of a grade came back how. */
export interface GradeCount {
  readonly grade: string;
  readonly confirmed: number;
  readonly contradicted: number;
  readonly notTestable: number;
}

const grades = ['documented', 'captured', 'observed', 'overridden', 'inferred'] as const;

/** The figures of a report by grade; grades without a rule are left out. */
export function countByGrade(rules: readonly JudgedRule[]): readonly GradeCount[] {
  return grades
    .map((grade) =>
      countOf(
        grade,
        rules.filter((rule) => rule.grade === grade),
      ),
    )
    .filter(({ confirmed, contradicted, notTestable }) => confirmed + contradicted + notTestable > 0);
}

export function countOf(grade: string, rules: readonly JudgedRule[]): GradeCount {
  const count = (wanted: RuleVerdict) => rules.filter(({ verdict }) => verdict === wanted).length;
  return {
    grade,
    confirmed: count('confirmed'),
    contradicted: count('contradicted'),
    notTestable: count('not-testable'),
  };
}

/** Whether something is not as the ledger or the OpenAPI document says. */
export function isContradicted({ rules, openApi }: VerifyReport): boolean {
  return openApi.differing.length > 0 || rules.some(({ verdict }) => verdict === 'contradicted');
}
