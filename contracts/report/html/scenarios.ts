import type { ScenarioResult } from '../../runner.js';
import { escapeText as text } from '../xml.js';
import { type PageLinks, scenarioAnchor } from './links.js';
import { sequenceDiagram } from './sequence-diagram.js';

const words: Readonly<Record<ScenarioResult['status'], string>> = {
  failed: 'failed',
  passed: 'passed',
  'not-possible': 'not possible',
  suppressed: 'switched off',
};

/** The scenarios by family, each folded up. */
export function scenariosSection(scenarios: readonly ScenarioResult[], links: PageLinks): string[] {
  if (scenarios.length === 0) return [];
  const families = [...new Set(scenarios.map(({ family }) => family))];
  return [
    '<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios</h2>',
    ...families.flatMap((family) => {
      const told = scenarios.filter((scenario) => scenario.family === family);
      return [
        `<h3 class="family">${family} <span class="counts">${counts(told)}</span></h3>`,
        ...told.map((scenario) => scenarioDetails(scenario, links)),
      ];
    }),
    '</section>',
  ];
}

function counts(told: readonly ScenarioResult[]): string {
  return (Object.keys(words) as ScenarioResult['status'][])
    .map((status) => ({ status, count: told.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `<span class="${status}">${count} ${words[status]}</span>`)
    .join(' · ');
}

function scenarioDetails(scenario: ScenarioResult, links: PageLinks): string {
  const { title, status, reason, findings, exchanges, assumptions } = scenario;
  const causes = findings.flatMap((id) => links.toFinding(id) ?? []);
  return [
    `<details class="scenario"><summary><span class="tag ${status}">${words[status]}</span><span>${text(title)}</span></summary><div id="${scenarioAnchor(scenario)}">`,
    ...(reason === undefined ? [] : [`<p>${text(reason)}</p>`]),
    ...(causes.length > 0 ? [`<p>${causes.join('<br>')}</p>`] : []),
    exchanges.length > 0 ? sequenceDiagram(exchanges) : '<p class="soft">Nothing was sent.</p>',
    ...(assumptions.length > 0 ? [`<p class="soft rests">Rests on ${text(assumptions.join(', '))}</p>`] : []),
    '</div></details>',
  ].join('\n');
}
