import pc from 'picocolors';
import type { Grade } from '../mock-server/index.js';

/** A rule of one of the two ledgers. */
export interface KnownRule {
  readonly about: 'Jama' | 'EIC';
  readonly id: string;
  readonly statement: string;
  readonly grade: Grade | 'overridden';
  readonly source: string;
  readonly differences?: readonly string[] | undefined;
}

const GRADES = ['documented', 'captured', 'observed', 'overridden', 'inferred'] as const;

/** The rules for a terminal: one block a rule, and how many there are of each grade. */
export function evidenceTable(rules: readonly KnownRule[], color: boolean): string {
  const { bold, dim, yellow } = pc.createColors(color);
  const blocks = rules.map(({ about, id, grade, statement, source, differences = [] }) => {
    const shown = grade === 'inferred' ? yellow(grade.padEnd(10)) : grade.padEnd(10);
    const more = differences.map((one) => `            ${one}`);
    return [
      `${shown}  ${bold(id)}  ${dim(about)}`,
      `            ${statement}`,
      ...more,
      dim(`            ${source}`),
      '',
    ].join('\n');
  });
  const counts = GRADES.map((grade) => [rules.filter((rule) => rule.grade === grade).length, grade] as const)
    .filter(([count]) => count > 0)
    .map(([count, grade]) => `${count} ${grade}`);
  return `${blocks.join('\n')}\n${rules.length} rules: ${counts.join(', ') || 'none'}\n`;
}
