import type { ConnectionPackage } from '../../connector/index.js';
import type { CheckResult } from '../runner.js';
import type { Origin } from './artifact.js';
import { htmlReport } from './html/page.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { prettyReport } from './pretty.js';
import { sarifReport } from './sarif.js';

/** What the reports need beside the result; each takes what it has a use for. */
export interface ReportOptions extends Origin {
  readonly package: ConnectionPackage;
  readonly color: boolean;
  /** Wall time of the whole, in milliseconds. */
  readonly durationMs: number;
  /** The pretty report counts warnings and does not show them. */
  readonly errorsOnly?: boolean | undefined;
  /** The version of jama-sim. */
  readonly version: string;
}

/** A form of report. */
export interface Reporter {
  /** The file it is written to in a folder of reports; the pretty report goes to the standard output instead. */
  readonly file?: string;
  render(result: CheckResult, options: ReportOptions): string;
}

/** Every form of report, by the name that `--reporter` takes. */
export const reporters = {
  pretty: { render: prettyReport },
  json: { file: 'jama-sim-report.json', render: jsonReport },
  junit: { file: 'jama-sim-report.xml', render: junitReport },
  sarif: { file: 'jama-sim-report.sarif', render: sarifReport },
  markdown: { file: 'jama-sim-report.md', render: markdownReport },
  html: { file: 'jama-sim-report.html', render: htmlReport },
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof reporters;
