import { type ConnectorProblem, type Outcome, pointerTo } from '../../connector/index.js';
import { bodySkeleton } from '../lint/body-skeleton.js';
import type { CallSite } from '../lint/call-sites.js';
import { brokenBody, brokenSecret } from './rendered-body.js';
import { type Observation, observationOf } from './scenario.js';
import { sentFields } from './sent-fields.js';
import { isNextPage, nextPageFault } from './then/next-page-fault.js';
import { wrongId } from './then/wrong-id.js';
import { wrongIdHeld } from './then/wrong-id-held.js';

type Step = Outcome['steps'][number];

/**
 * What a problem of the connector shows when the request behind it is looked at: where in the template the body stopped
 * being JSON, or which field of it the target's answer names.
 */
export function explained(
  problem: ConnectorProblem,
  steps: Outcome['steps'],
  calls: readonly CallSite[],
): Observation {
  const seen = observationOf(problem);
  const paging = pagingFault(problem, steps, calls);
  if (paging) return { ...seen, ...paging, causes: ['next-page-elsewhere'] };
  const step = steps.findLast(({ problem: found }) => found?.code === problem.code);
  const site = calls.find(
    ({ document, pointer }) => document.name === step?.document && pointer === step.pointer,
  );
  if (problem.code !== 'call-unsuccessful' || !step?.response || step.response.status < 400) return seen;
  const id =
    /^(400|404)$/.test(String(step.response.status)) && site ? wrongId(calls, site, step) : undefined;
  if (id) return { ...seen, ...id };
  // The trace has no secrets in its templates, so places are looked for in the text of the package.
  if (site?.params === undefined) return seen;
  const template = { text: site.params, pointer: pointerTo(site.httpPointer, 'httpParams') };
  return brokenAt(seen, step, template, calls) ?? namedField(seen, step, template) ?? seen;
}

/** The nextUrlPath that led to a request which failed, or to pages without end. */
function pagingFault(problem: ConnectorProblem, steps: Outcome['steps'], calls: readonly CallSite[]) {
  const call = calls.find(
    ({ document, pointer }) =>
      document.name === problem.document && problem.pointer.startsWith(`${pointer}/`),
  );
  const last = call && steps.findLast((step) => step.document === problem.document);
  if (!call || !last?.request) return undefined;
  if (problem.code !== 'run-away-paging' && !isNextPage(steps, last, call)) return undefined;
  return nextPageFault(steps, call);
}

/** The template that a body was made of. */
interface BodyTemplate {
  readonly text: string;
  readonly pointer: string;
}

function isJson({ request }: Step): boolean {
  const [, type = ''] =
    Object.entries(request?.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return /json/i.test(type);
}

function brokenAt(
  seen: Observation,
  step: Step,
  template: BodyTemplate,
  calls: readonly CallSite[],
): Observation | undefined {
  const { request, response } = step;
  if (request?.body === undefined || !response || !isJson(step)) return undefined;
  const unreadable = /not valid JSON|malformed|unexpected (character|token)|parse/i.test(response.body);
  const broken =
    brokenBody(template.text, request.body) ?? (unreadable ? brokenSecret(template.text) : undefined);
  if (!broken) return undefined;
  const { why, remedy, span, raw } = broken;
  const printed = span && /^\$\{\s*(.*?)\s*\}$/s.exec(template.text.slice(span.start, span.end))?.[1];
  const held = printed === undefined ? undefined : wrongIdHeld(calls, printed, request.body);
  if (held) return { ...seen, ...held };
  const at = { ...seen, pointer: template.pointer, ...(span && { span }) };
  const because = `${request.method} ${request.url} answered ${response.status}: ${response.body.slice(0, 200)}`;
  return raw === undefined
    ? { ...at, code: 'body-not-json', message: `The body that was sent is no JSON: ${why}.`, because, remedy }
    : {
        ...at,
        code: 'value-not-escaped',
        message: `The value of ${raw} has a quotation mark or a backslash in it, and the body that was sent is no JSON.`,
        because,
        remedy: `Write \${groovy.json.JsonOutput.toJson(${raw})} in place of "\${${raw}}"; it prints the quotes, and escapes what stands in them.`,
      };
}

/** The field of the body that the answer speaks of: by its name, or by a number that stands nowhere in the URL. */
function namedField(seen: Observation, step: Step, template: BodyTemplate): Observation | undefined {
  const skeleton = bodySkeleton(template.text);
  if (skeleton?.kind !== 'object') return undefined;
  const said = messageOf(step.response?.body ?? '');
  const sent = sentFields(step.request?.body);
  const inUrl = new Set(step.request?.url.split(/[/?=&]/));
  const field = [...skeleton.fields.values()].find(({ key }) => {
    if (seen.pointer === template.pointer && mentions(said, key)) return true;
    const value = String(sent[key]);
    return /^\d+$/.test(value) && !inUrl.has(value) && mentions(said, value);
  });
  return field && { ...seen, pointer: template.pointer, span: field.value.at };
}

function mentions(text: string, word: string): boolean {
  return new RegExp(`\\b${word.replaceAll(/\W/g, '.')}\\b`).test(text);
}

/** The text of an answer without its keys. */
function messageOf(body: string): string {
  try {
    return texts(JSON.parse(body)).join(' ');
  } catch {
    return body;
  }
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
