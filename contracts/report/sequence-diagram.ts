import type { Exchange } from '../exchanges.js';
import { escapeText } from './xml.js';

const width = 760;
const left = 70;
const right = width - 70;
const middle = width / 2;
const labelLength = 78;

/** A scenario's requests as a sequence diagram: EIC on the left, the tenant on the right, time downwards. Inline SVG, styled by the page, which holds {@link diagramParts} once. */
export function sequenceDiagram(title: string, exchanges: readonly Exchange[]): string {
  const rows: string[] = [];
  let y = 44;
  let flow = '';
  for (const exchange of exchanges) {
    if (exchange.flow !== flow) {
      flow = exchange.flow;
      rows.push(
        `<text class="flow" x="${left - 60}" y="${y + 12}">${escapeText(flow)}</text>`,
        `<line class="rule" x1="${left - 60}" y1="${y + 17}" x2="${right + 60}" y2="${y + 17}"/>`,
      );
      y += 26;
    }
    rows.push(...exchangeRows(exchange, y));
    y += exchange.alike > 0 ? 60 : 42;
  }
  const height = y + 12;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(`Sequence diagram of ${title}: ${exchanges.length} requests`)}">`,
    actor('EIC', left, height),
    actor('tenant', right, height),
    ...rows,
    '</svg>',
  ].join('\n');
}

function actor(name: string, x: number, height: number): string {
  return `<g class="actor"><rect x="${x - 40}" y="6" width="80" height="24" rx="4"/><text x="${x}" y="23">${name}</text><line x1="${x}" y1="30" x2="${x}" y2="${height}"/></g>`;
}

function exchangeRows({ request, status, outcome, alike, document, pointer }: Exchange, y: number): string[] {
  const shown = request.length > labelLength ? `${request.slice(0, labelLength)}…` : request;
  const full = shown === request ? '' : `${request}\n`;
  const answer = status === null ? 'no answer' : String(status);
  const more =
    alike > 0
      ? `<text class="alike" x="${middle}" y="49">and ${alike} more of this call, answered alike</text>`
      : '';
  return [
    `<g class="${outcome}" transform="translate(0 ${y})"><title>${escapeText(`${full}${document}#${pointer}`)}</title><text x="${middle}" y="11">${escapeText(shown)}</text><use href="#exchange"/><text class="answer" x="${middle}" y="29">${answer}${outcome === 'refused' ? ', the token is refused' : ''}</text>${more}</g>`,
  ];
}

/** What the diagrams of a page share: the arrow of a request and, dashed, that of the answer. */
export const diagramParts = `<svg width="0" height="0" aria-hidden="true"><defs><g id="exchange"><path class="arrow" d="M${left} 16H${right}"/><path class="head" d="M${right} 16l-7 -3.5v7z"/><path class="arrow back" d="M${right} 33H${left}"/><path class="head" d="M${left} 33l7 -3.5v7z"/></g></defs></svg>`;
