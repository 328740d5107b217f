import type { Exchange } from '../../exchanges.js';
import { escapeText as text } from '../xml.js';

/**
 * A scenario's requests as a sequence diagram: EIC on the left, the tenant on the right, time downwards. Made of lists, so that
 * it is read aloud in order, wraps on a narrow screen and prints; the page's style draws the arrows.
 */
export function sequenceDiagram(exchanges: readonly Exchange[]): string {
  const flows: Exchange[][] = [];
  for (const exchange of exchanges) {
    const last = flows.at(-1);
    if (last?.[0]?.flow === exchange.flow) last.push(exchange);
    else flows.push([exchange]);
  }
  return [
    '<div class="sequence"><div class="sides"><span>EIC</span><span>tenant</span></div>',
    ...flows.flatMap((flow) => [
      `<p class="flow"><span>${text(flow[0]?.flow ?? '')}</span></p>`,
      `<ol>${flow.map(exchangeItem).join('')}</ol>`,
    ]),
    '</div>',
  ].join('\n');
}

function exchangeItem({ request, status, outcome, alike, document, pointer }: Exchange): string {
  const answer = status === null ? 'no answer' : String(status);
  const refused = outcome === 'refused' ? ', the token is refused' : '';
  const more = alike > 0 ? `<div class="alike">and ${alike} more of this call, answered alike</div>` : '';
  return `<li class="${outcome}" title="${text(`${document}#${pointer}`)}"><div class="request">${text(request)}</div><div class="answer">${answer}${refused}</div>${more}</li>`;
}
