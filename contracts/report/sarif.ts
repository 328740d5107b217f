import type { ConnectionPackage } from '../../connector/index.js';
import { type Finding, findingId, type Severity } from '../findings.js';
import { rules } from '../lint/index.js';
import type { CheckResult } from '../runner.js';
import { artifactOf, type Origin } from './artifact.js';
import { ruleMarkdown } from './rule-text.js';

/** What the SARIF report needs beside the result. */
export interface SarifOptions extends Origin {
  readonly package: ConnectionPackage;
  /** The version of jama-sim. */
  readonly version: string;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The findings as SARIF 2.1.0. In a package that is a folder each has its line in the connector JSON, so that a pull request
 * shows it there; in an export the place within it is a logical location. Findings that the settings switch off are there as suppressed.
 */
export function sarifReport(result: CheckResult, options: SarifOptions): string {
  const all = [
    ...result.findings.map((finding) => ({ finding, reason: undefined })),
    ...result.suppressed.map(({ finding, reason }) => ({ finding, reason })),
  ];
  const ruleIds = [
    ...new Set([...rules.map(({ id }) => id), ...all.map(({ finding }) => finding.code)]),
  ].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'jama-sim', semanticVersion: options.version, rules: ruleIds.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: all.map(({ finding, reason }) => ({
          ruleId: finding.code,
          ruleIndex: ruleIds.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: messageOf(finding) },
          locations: [locationOf(finding, options)],
          partialFingerprints: { 'findingId/v1': findingId(finding) },
          ...(reason === undefined ? {} : { suppressions: [{ kind: 'external', justification: reason }] }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptorOf(id: string): object {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    return {
      id,
      shortDescription: { text: 'A flow of the package does not do what it should.' },
      help: { text: 'A scenario showed it; the message says what was seen and what to do.' },
    };
  }
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.title} ${rule.why}`, markdown: ruleMarkdown(rule) },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function messageOf({ message, seen = [], remedy }: Finding): string {
  return [message, ...seen, remedy].join('\n');
}

function locationOf(finding: Finding, options: SarifOptions): object {
  const { file, pointer, line, column, endLine, endColumn } = finding;
  const artifact = artifactOf(options.package, file, options);
  const logicalLocations = [{ fullyQualifiedName: `${file}#${pointer}`, kind: 'value' }];
  const uri = encodeURI(artifact.path).replace(/[?#]/g, encodeURIComponent);
  return {
    physicalLocation: {
      artifactLocation: artifact.path.startsWith('/')
        ? { uri: `file://${uri}` }
        : { uri, uriBaseId: '%SRCROOT%' },
      // GitHub takes no result without a line.
      region: artifact.lines
        ? { startLine: line, startColumn: column, endLine, endColumn: Math.max(1, endColumn) }
        : { startLine: 1 },
    },
    logicalLocations,
  };
}
