import { countByGrade, countOf, isContradicted, type VerifyReport } from './report.js';

/** The report of `jama-sim verify` for machines. Its JSON Schema is `schemas/verify.schema.json`. */
export function verifyJson(report: VerifyReport): string {
  const { rules, ...more } = report;
  const { grade: _, ...all } = countOf('all', rules);
  const summary = {
    verdict: isContradicted(report) ? 'contradicted' : 'not-contradicted',
    ...all,
    grades: countByGrade(rules),
  };
  return `${JSON.stringify({ summary, ...more, rules }, null, 2)}\n`;
}
