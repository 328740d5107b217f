import type { ConnectorProblem, Outcome } from '../../connector/index.js';
import { bodySkeleton } from '../lint/body-skeleton.js';
import type { CallSite } from '../lint/call-sites.js';
import { blamedPart } from './blamed-part.js';
import { brokenBody, secretPart } from './rendered-body.js';
import { type Observation, observationOf } from './scenario.js';
import { sentFields } from './sent-fields.js';

type Step = Outcome['steps'][number];

/**
 * What a problem of the connector shows when the request behind it is looked at: where in the template the body stopped
 * being JSON, which field of it the target's answer names, or which part of the call it speaks against.
 */
export function explained(
  problem: ConnectorProblem,
  steps: Outcome['steps'],
  calls: readonly CallSite[],
): Observation {
  const seen = observationOf(problem);
  const blamed = { ...seen, ...blamedPart(problem, steps, calls) };
  const step = steps.findLast(({ problem: found }) => found?.code === problem.code);
  const pointer = step && templateOf(step)?.pointer;
  if (problem.code !== 'call-unsuccessful' || pointer === undefined || !step?.response) return blamed;
  if (step.response.status < 400) return blamed;
  return brokenAt(seen, step) ?? namedField(seen, step) ?? blamed;
}

/** The template that the body was made of. */
function templateOf({ templates }: Step) {
  return templates.find(({ pointer }) => pointer.endsWith('/httpParams'));
}

function isJson({ request }: Step): boolean {
  const [, type = ''] =
    Object.entries(request?.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return /json/i.test(type);
}

function brokenAt(seen: Observation, step: Step): Observation | undefined {
  const template = templateOf(step);
  const body = step.request?.body;
  if (!template || body === undefined || !isJson(step)) return undefined;
  const broken = brokenBody(template.text, body);
  const answeredSo = /not valid JSON|malformed|unexpected (character|token)|parse/i.test(
    step.response?.body ?? '',
  );
  const secret = broken || !answeredSo ? undefined : secretPart(template.text);
  if (!broken && !secret) return undefined;
  const span = broken?.span ?? secret;
  const raw = broken ? broken.raw : 'password';
  return {
    ...seen,
    pointer: template.pointer,
    ...(span === undefined ? {} : { span: { start: span.start, end: span.end } }),
    code: raw === undefined ? 'body-not-json' : 'value-not-escaped',
    message:
      raw === undefined
        ? `The body that was sent is no JSON: ${broken?.why}.`
        : `The value of ${raw} has a quotation mark or a backslash in it, and the body that was sent is no JSON.`,
    because: `${step.request?.method} ${step.request?.url} answered ${step.response?.status}: ${step.response?.body.slice(0, 200)}`,
    remedy:
      raw === undefined
        ? (broken?.remedy ?? '')
        : `Write \${groovy.json.JsonOutput.toJson(${raw})} in place of "\${${raw}}"; it prints the quotes, and escapes what stands in them.`,
  };
}

/** The field of the body that the answer speaks of: by its name, or by a number that stands nowhere in the URL. */
function namedField(seen: Observation, step: Step): Observation | undefined {
  const template = templateOf(step);
  const skeleton = template && bodySkeleton(template.text);
  if (!template || skeleton?.kind !== 'object') return undefined;
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
