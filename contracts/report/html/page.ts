import type { ConnectionPackage } from '../../../connector/index.js';
import type { CheckResult } from '../../runner.js';
import { summarise } from '../json.js';
import { escapeText as text } from '../xml.js';
import { findingSections } from './findings.js';
import { pageLinks } from './links.js';
import { scenariosSection } from './scenarios.js';
import { htmlStyle } from './style.js';

/** What the HTML report needs beside the result. */
export interface HtmlOptions {
  readonly package: ConnectionPackage;
}

/** One page that needs nothing else: no script, no request. Findings come first; every scenario shows its flow as a sequence diagram. */
export function htmlReport(result: CheckResult, options: HtmlOptions): string {
  const { verdict } = summarise(result);
  const links = pageLinks(result, options.package);
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
    `<p class="soft">${text(figures(result))}</p></header>`,
    '<main>',
    ...findingSections(result.findings, options.package, links),
    ...settingsSection(result),
    ...scenariosSection(result.scenarios, links),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** How many there are of what; kinds of which there is none are left out, but for errors. */
function figures(result: CheckResult): string {
  const { errors, warnings, scenarios, target } = summarise(result);
  const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
  const told = result.scenarios.length;
  return [
    counted(errors, 'error'),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(told > 0 ? [`${scenarios.passed} of ${told} scenarios passed`] : []),
    ...(scenarios['not-possible'] > 0 ? [`${scenarios['not-possible']} not possible`] : []),
    ...(target.notSimulated === undefined ? [] : [target.notSimulated]),
  ].join(' · ');
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
