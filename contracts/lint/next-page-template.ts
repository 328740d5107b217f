import { templateParts } from './template-parts.js';

const info = 'response.completeResponseMap.meta.pageInfo';
const further = `Math.addExact(${info}.startIndex,${info}.resultCount)`;

/**
 * A nextUrlPath that reads a list of Jama to its end: the address of a call, from the record on that follows those of a page, and
 * null behind the last one. Source: Jama's page info (documented: REST API, pagination).
 * @param url the address of the call as it is written
 */
export function nextPageTemplate(url: string): string {
  const joined = `${url}${url.includes('?') ? '&' : '?'}startAt=`;
  const address = templateParts(joined).map(({ start, end, expression }) =>
    expression === undefined ? quoted(joined.slice(start, end)) : `(${expression.trim()})`,
  );
  const size = /[?&]maxResults=/.test(url) ? '' : "+'&maxResults=50'";
  return `\${response?.objectList?.size()>0 && ${further}<${info}.totalResults?${address.join('+')}+${further}${size}:null}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
