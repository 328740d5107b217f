import type { ConnectionPackage } from '../../../connector/index.js';
import type { Finding, Severity } from '../../findings.js';
import { sourceFrame } from '../source-frame.js';
import { escapeText as text } from '../xml.js';
import { type PageLinks, placeText, severities } from './links.js';

const headings: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'Notes' };

/** More findings than these have a list of their own at the top. */
const FEW = 3;

/** The findings: an overview, then the errors, then what is less. */
export function findingSections(
  findings: readonly Finding[],
  connectionPackage: ConnectionPackage,
  links: PageLinks,
): string[] {
  const groups = severities
    .map((severity) => ({ severity, found: findings.filter((finding) => finding.severity === severity) }))
    .filter(({ found }) => found.length > 0);
  const all = groups.flatMap(({ found }) => found);
  return [
    ...(all.length > FEW ? overview(all, connectionPackage, links) : []),
    ...groups.flatMap(({ severity, found }) => [
      `<section aria-labelledby="${severity}s"><h2 id="${severity}s">${headings[severity]} <span class="count">${found.length}</span></h2>`,
      ...found.map((finding) => findingArticle(finding, connectionPackage, links)),
      '</section>',
    ]),
  ];
}

function overview(
  findings: readonly Finding[],
  connectionPackage: ConnectionPackage,
  links: PageLinks,
): string[] {
  return [
    '<nav aria-label="Findings"><ol>',
    ...findings.map(
      (finding) =>
        `<li><span class="tag ${finding.severity}">${finding.severity}</span><a href="#${links.anchorOf(finding)}">${text(finding.message)}</a> <code class="soft">${text(placeText(finding, connectionPackage))}</code></li>`,
    ),
    '</ol></nav>',
  ];
}

function findingArticle(finding: Finding, connectionPackage: ConnectionPackage, links: PageLinks): string {
  const { severity, code, pointer, message, because, remedy, evidence } = finding;
  const { seen = [], exchanges = [] } = finding;
  const frame = sourceFrame(connectionPackage, finding);
  const broke = links.toScenarios(finding);
  const rows: (readonly [string, string])[] = [
    ...seen.map((one) => ['seen', text(one)] as const),
    ...exchanges.map(
      ({ request, response }) => ['sent', `<code>${text(request)}</code> → ${text(response)}`] as const,
    ),
    ...(because === undefined ? [] : [['because', text(because)] as const]),
    ['mend', remedyMarkup(remedy)],
    ...(pointer === '' ? [] : [['place', `<code>${text(pointer)}</code>`] as const]),
    ...(broke.length === 0 ? [] : [['broke', scenarioList(broke)] as const]),
    ...(evidence.length === 0 ? [] : [['rests on', text(evidence.join(', '))] as const]),
  ];
  return [
    `<article id="${links.anchorOf(finding)}" class="finding ${severity}-edge">`,
    `<h3><span class="${severity}">${severity}</span> ${text(code)} <code class="soft">${text(placeText(finding, connectionPackage))}</code></h3>`,
    `<p class="message">${text(message)}</p>`,
    ...(frame.length > 0
      ? [
          `<pre tabindex="0" role="region" aria-label="${text(`source of ${code}, ${links.anchorOf(finding)}`)}">${text(frame.join('\n'))}</pre>`,
        ]
      : []),
    `<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`).join('')}</dl>`,
    '</article>',
  ].join('\n');
}

/** What can be pasted is set as code. */
function remedyMarkup(remedy: string): string {
  return /^["{[$]/.test(remedy) ? `<code class="paste">${text(remedy)}</code>` : text(remedy);
}

/** A few are shown; a longer list is folded. */
function scenarioList(broke: readonly string[]): string {
  if (broke.length <= FEW) return broke.join('<br>');
  return `<details class="plain"><summary>${broke.length} scenarios</summary>${broke.join('<br>')}</details>`;
}
