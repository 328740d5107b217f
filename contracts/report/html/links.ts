import type { ConnectionPackage } from '../../../connector/index.js';
import { type Finding, findingId, type Severity } from '../../findings.js';
import type { CheckResult, ScenarioResult } from '../../runner.js';
import { escapeText as text } from '../xml.js';

/** How findings and scenarios of a page lead to each other. */
export interface PageLinks {
  /** The anchor of a finding. */
  anchorOf(finding: Finding): string;
  /** A link to a finding by its id; undefined when it is not on the page, since the settings switch it off. */
  toFinding(id: string): string | undefined;
  /** Links to the scenarios that a finding made fail. */
  toScenarios(finding: Finding): readonly string[];
}

/** Severities in the order in which a page shows them. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Where a finding stands, as an editor writes it. */
export function placeText({ file, line, column }: Finding, connectionPackage: ConnectionPackage): string {
  return `${connectionPackage.document(file).file}:${line}:${column}`;
}

/** The anchor of a scenario. */
export function scenarioAnchor({ id }: ScenarioResult): string {
  return `scenario-${text(id)}`;
}

/** The links of a page. */
export function pageLinks(
  { findings, scenarios }: CheckResult,
  connectionPackage: ConnectionPackage,
): PageLinks {
  const anchors = new Map(findings.map((finding, index) => [finding, `f${index + 1}`]));
  const byId = new Map(findings.map((finding) => [findingId(finding), finding]));
  const anchorOf = (finding: Finding) => anchors.get(finding) ?? '';
  return {
    anchorOf,
    toFinding(id) {
      const finding = byId.get(id);
      if (finding === undefined) return undefined;
      return `<a href="#${anchorOf(finding)}">${text(finding.code)} <code>${text(placeText(finding, connectionPackage))}</code></a>`;
    },
    toScenarios: (finding) =>
      scenarios
        .filter((one) => one.status === 'failed' && one.findings.includes(findingId(finding)))
        .map((one) => `<a href="#${scenarioAnchor(one)}">${text(one.title)}</a>`),
  };
}
