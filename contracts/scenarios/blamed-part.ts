import { type ConnectorProblem, type Outcome, objectOf, pointerTo, textOf } from '../../connector/index.js';
import { type CallSite, headersOf } from '../lint/call-sites.js';
import { conditionOf, wantedStatuses } from '../lint/conditions.js';

/**
 * The part of a call that an answer speaks against: the address of the next page, the URL of one that was not found, the method that is not allowed, the
 * success condition that a good answer does not meet, the header without the token. The place of the problem itself
 * otherwise.
 */
export function blamedPart(
  problem: ConnectorProblem,
  steps: Outcome['steps'],
  calls: readonly CallSite[],
): Pick<ConnectorProblem, 'document' | 'pointer'> {
  const { document, pointer } = problem;
  const step = steps.find((one) => one.problem === problem);
  const site = calls.find((call) => call.document.name === step?.document && call.pointer === step.pointer);
  const status = step?.response?.status;
  if (!site || status === undefined) return { document, pointer };
  const next = pointerTo(site.pointer, 'pagination', 'nextUrl', 'nextUrlPath');
  const isNext = steps.some(({ templates }) =>
    templates.some((one) => one.pointer === next && one.value === step?.request?.url),
  );
  const part = isNext ? next : partOf(problem.code, status, site);
  return part === undefined ? { document, pointer } : { document: site.document.name, pointer: part };
}

function partOf(code: string, status: number, site: CallSite): string | undefined {
  const http = (...keys: string[]) => pointerTo(site.httpPointer, ...keys);
  if (code === 'authentication-refused' || code === 'token-not-refreshed')
    return sendsTokenPlainly(site) ? undefined : http('httpHeaders', 'Authorization');
  if (code !== 'call-unsuccessful') return undefined;
  if (status === 404 || (status === 400 && site.method === 'GET')) return http('url');
  if (status === 405) return http('httpMethod');
  if (status < 200 || status > 299) return undefined;
  const wanted = conditionOf(site);
  const isWanted = wanted && wantedStatuses(wanted)?.includes(String(status));
  const condition = (isWanted ? conditionOf(site, 'unsuccessResponses') : undefined) ?? wanted;
  if (!condition) return undefined;
  const { statusCode } = objectOf(condition.value);
  return statusCode === undefined ? condition.pointer : pointerTo(condition.pointer, 'statusCode');
}

/** Whether the Authorization header is the token with its scheme, and nothing else. */
function sendsTokenPlainly(site: CallSite): boolean {
  const header = Object.entries(headersOf(site)).find(([name]) => name.toLowerCase() === 'authorization');
  return textOf(header?.[1])?.trim() === '${access_token}';
}
