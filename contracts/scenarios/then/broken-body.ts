import { type Outcome, pointerTo } from '../../../connector/index.js';
import { bodySkeleton, type SkeletonValue } from '../../lint/body-skeleton.js';
import type { CallSite } from '../../lint/call-sites.js';
import type { Observation } from '../scenario.js';
import { barePath, fieldRemedy } from './field-remedy.js';

/**
 * The expressions whose values made a body that is no JSON, though its template would be: a name with a quote, a title with
 * a backslash. Empty when the call that ended the flow failed for something else.
 */
export function brokenBody(calls: readonly CallSite[], outcome: Outcome): Observation[] {
  const step = outcome.steps.at(-1);
  const site = calls.find(
    ({ document, pointer }) => document.name === step?.document && pointer === step.pointer,
  );
  if (step?.problem === undefined || site?.params === undefined || isJson(step.request?.body ?? '{}'))
    return [];
  const { params } = site;
  const pointer = pointerTo(site.httpPointer, 'httpParams');
  const bound = new Map(step.templates.flatMap(({ bindings = {} }) => Object.entries(bindings)));
  return textFields(bodySkeleton(params)).flatMap(([field, { start, end }]) => {
    const path = barePath(params.slice(start, end));
    const value = path === undefined ? undefined : bound.get(path);
    if (path === undefined || value === undefined || !/["\\]/.test(value.replaceAll("\\'", "'"))) return [];
    return [
      {
        document: site.document.name,
        pointer,
        span: { start, end },
        code: 'value-not-escaped',
        message: `"${field}" is printed as it is; with ${path} = ${value} the body is no JSON, and ${step.request?.method} ${step.request?.url} answered ${step.response?.status}.`,
        because: 'A quote in a value ends the text that it stands in, and a backslash begins an escape.',
        remedy: fieldRemedy(field, path),
      },
    ];
  });
}

function textFields(value: SkeletonValue | undefined): [string, SkeletonValue['at']][] {
  if (value?.kind !== 'object') return [];
  return [...value.fields.values()].flatMap(({ key, value: inner }) =>
    inner.kind === 'text' ? [[key, inner.at] as [string, SkeletonValue['at']]] : textFields(inner),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
