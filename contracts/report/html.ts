import type { ConnectionPackage } from '../../connector/index.js';
import { type Finding, findingId } from '../findings.js';
import type { CheckResult, ScenarioResult } from '../runner.js';
import { htmlStyle } from './html-style.js';
import { summarise } from './json.js';
import { diagramParts, sequenceDiagram } from './sequence-diagram.js';
import { sourceFrame } from './source-frame.js';
import { escapeText as text } from './xml.js';

/** What the HTML report needs beside the result. */
export interface HtmlOptions {
  readonly package: ConnectionPackage;
}

const words: Readonly<Record<ScenarioResult['status'], string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-possible': 'not possible',
  suppressed: 'switched off',
};

/** One page that needs nothing else: no script, no request. Every scenario shows its flow as a sequence diagram. */
export function htmlReport(result: CheckResult, options: HtmlOptions): string {
  const { verdict, errors, warnings, scenarios } = summarise(result);
  const anchors = new Map(result.findings.map((finding, index) => [findingId(finding), `f${index + 1}`]));
  const total = result.scenarios.length;
  const told = total === 0 ? '' : ` · ${scenarios.passed} of ${total} scenarios passed`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(result.package)}: ${verdict}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${text(result.package)} <span class="${verdict}">${verdict}</span></h1>`,
    `<p class="soft">${errors} errors · ${warnings} warnings${told}</p></header>`,
    '<main>',
    ...findingsSection(result, options.package, anchors),
    ...settingsSection(result),
    ...scenariosSection(result.scenarios, anchors),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function findingsSection(
  { findings }: CheckResult,
  connectionPackage: ConnectionPackage,
  anchors: ReadonlyMap<string, string>,
): string[] {
  if (findings.length === 0) return [];
  return [
    '<section aria-labelledby="findings"><h2 id="findings">Findings</h2>',
    ...findings.map((finding) => findingArticle(finding, connectionPackage, anchors)),
    '</section>',
  ];
}

function findingArticle(
  finding: Finding,
  connectionPackage: ConnectionPackage,
  anchors: ReadonlyMap<string, string>,
): string {
  const { severity, code, line, column, pointer, message, because, remedy, evidence } = finding;
  const { seen = [], exchanges = [] } = finding;
  const file = connectionPackage.document(finding.file).file;
  const frame = sourceFrame(connectionPackage, finding);
  const rows: (readonly [string, string])[] = [
    ...seen.map((one) => ['seen', text(one)] as const),
    ...exchanges.map(
      ({ request, response }) => ['sent', `<code>${text(request)}</code> → ${text(response)}`] as const,
    ),
    ...(because === undefined ? [] : [['because', text(because)] as const]),
    ['mend', text(remedy)],
    ['place', `<code>${text(pointer === '' ? '/' : pointer)}</code>`],
    ...(evidence.length === 0 ? [] : [['rests on', text(evidence.join(', '))] as const]),
  ];
  return [
    `<article id="${anchors.get(findingId(finding)) ?? ''}">`,
    `<h3><span class="${severity}">${severity}</span> ${text(code)} <code>${text(file)}:${line}:${column}</code></h3>`,
    ...(frame.length > 0 ? [`<pre tabindex="0" aria-label="source">${text(frame.join('\n'))}</pre>`] : []),
    `<p>${text(message)}</p>`,
    `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
    '</article>',
  ].join('\n');
}

function settingsSection({ suppressed, unusedSettings }: CheckResult): string[] {
  if (suppressed.length + unusedSettings.length === 0) return [];
  return [
    `<section aria-labelledby="off"><h2 id="off">Switched off by the settings: ${suppressed.length}</h2><ul>`,
    ...suppressed.map(
      ({ finding: { code, file, line, column }, reason }) =>
        `<li><code>${text(file)}:${line}:${column}</code> ${text(code)}: ${text(reason)}</li>`,
    ),
    ...unusedSettings.map(
      ({ rule, file, pointer }) =>
        `<li>${text(rule)} is switched off at <code>${text(file + pointer)}</code>, and nothing is found there</li>`,
    ),
    '</ul></section>',
  ];
}

function scenariosSection(
  scenarios: readonly ScenarioResult[],
  anchors: ReadonlyMap<string, string>,
): string[] {
  if (scenarios.length === 0) return [];
  return [
    '<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios</h2>',
    diagramParts,
    ...scenarios.map((scenario) => scenarioDetails(scenario, anchors)),
    '</section>',
  ];
}

function scenarioDetails(scenario: ScenarioResult, anchors: ReadonlyMap<string, string>): string {
  const { id, family, title, status, reason, findings, exchanges, assumptions } = scenario;
  const links = findings.flatMap((finding) => {
    const anchor = anchors.get(finding);
    return anchor === undefined ? [] : [`<a href="#${anchor}">${text(finding)}</a>`];
  });
  return [
    `<details id="${text(id)}"><summary><span class="tag ${status}">${words[status]}</span>${text(title)} <span class="soft">${family}</span></summary><div>`,
    ...(reason === undefined ? [] : [`<p>${text(reason)}</p>`]),
    ...(links.length > 0 ? [`<p>${links.join('<br>')}</p>`] : []),
    exchanges.length > 0 ? sequenceDiagram(title, exchanges) : '<p class="soft">Nothing was sent.</p>',
    ...(assumptions.length > 0 ? [`<p class="soft">Rests on: ${text(assumptions.join(', '))}</p>`] : []),
    '</div></details>',
  ].join('\n');
}
