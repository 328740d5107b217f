import { ConnectorFailure } from '../failure.js';
import type { JsonValue } from '../json.js';
import type { Run } from '../run.js';
import type { Bindings, TemplateEnvironment } from '../template/index.js';
import type { TemplateTrace } from '../trace.js';
import { formFields, isForm, jsonObject, wireContentType, withQuery } from './body.js';
import type { Call, ParamsNode } from './read-call.js';
import type { Redactor } from './redact.js';
import type { HttpRequest } from './send.js';
import type { TemplateText } from './template-text.js';

/** A rendered call, or why it could not be rendered; the templates up to there either way. */
export interface Rendered {
  /** What the templates became, secrets replaced. */
  templates(): readonly TemplateTrace[];
  readonly request?: HttpRequest;
  readonly failure?: ConnectorFailure;
}

/** Texts without any of these say the same before and after the engine. */
const EXPRESSION = /[$\\]|<%/;

type Render = (text: TemplateText) => string;

function paramsValue(node: ParamsNode, render: Render): JsonValue {
  if ('text' in node) return render(node.text);
  if ('literal' in node) return node.literal;
  if ('list' in node) return node.list.map((element) => paramsValue(element, render));
  return Object.fromEntries(node.fields.map(([key, inner]) => [key, paramsValue(inner, render)]));
}

function paramsText(call: Call, render: Render): string | undefined {
  if (call.params.kind === 'none') return undefined;
  if (call.params.kind === 'text') return render(call.params.text);
  return JSON.stringify(paramsValue(call.params.value, render));
}

/** `GETWITHBODY` and `DELETEWITHBODY` send a body; plain GET and DELETE do not. Source: handbook, packages. */
function methodOf(text: string): { method: string; sendsBody: boolean } {
  const upper = text.trim().toUpperCase();
  const method = upper.replace(/WITHBODY$/, '');
  return { method, sendsBody: method !== upper || !/^(GET|DELETE|HEAD)$/.test(method) };
}

function encodedBody(text: string, contentType: string | undefined, run: Run): string {
  if (!isForm(contentType)) return text;
  const fields = jsonObject(text);
  if (fields === undefined || run.choose('formBody') === 'as-is') return text;
  if (/-pws/i.test(contentType ?? '')) run.rely('form-urlencoded-pws');
  return formFields(fields, contentType);
}

function build(call: Call, render: Render, run: Run, target: { url?: string; query?: string }): HttpRequest {
  const url = target.url ?? render(call.url);
  const { method, sendsBody } = methodOf(render(call.method));
  const headers: Record<string, string> = {};
  for (const [name, text] of call.headers) headers[name] = render(text);
  const contentType = call.contentType && render(call.contentType);
  if (contentType !== undefined && contentType !== '') headers['Content-Type'] = wireContentType(contentType);
  const params = paramsText(call, render);
  const fields = params === undefined || sendsBody ? undefined : jsonObject(params);
  const query = fields === undefined ? '' : formFields(fields);
  return {
    method,
    url: withQuery(withQuery(url, target.url === undefined ? query : ''), target.query ?? ''),
    headers: mergedHeaders(headers),
    ...(params !== undefined && sendsBody && { body: encodedBody(params, contentType, run) }),
  };
}

/** Two spellings of one header name would be sent as two values; the later one counts. */
function mergedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const spelling = new Map<string, string>();
  for (const name of Object.keys(headers)) spelling.set(name.toLowerCase(), name);
  return Object.fromEntries([...spelling.values()].map((name) => [name, headers[name] ?? '']));
}

const LONGEST_VALUE = 200;

const cut = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}...` : text;

function shownValues(
  values: Readonly<Record<string, string>>,
  shown: (value: string) => string,
): Record<string, string> {
  // A secret that is cut is not recognised any more: it is replaced first.
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, cut(shown(value))]));
}

/** Renders every text of a call. `target.url` takes the place of the call's own, `target.query` is added. */
export function renderCall(
  call: Call,
  given: {
    bindings: Bindings;
    environment: TemplateEnvironment;
    redactor: Redactor;
    run: Run;
    target: { url?: string; query?: string };
  },
): Rendered {
  const seen: { text: TemplateText; value?: string; error?: string }[] = [];
  const render: Render = (text) => {
    try {
      const value = text.render(given.bindings, given.environment);
      if (text.live && EXPRESSION.test(text.text)) seen.push({ text, value });
      return value;
    } catch (error) {
      if (error instanceof ConnectorFailure) seen.push({ text, error: error.problem.message });
      throw error;
    }
  };
  const shown = (value: string) => given.redactor.text(value);
  const templates = () =>
    seen.map(({ text, value, error }) => ({
      pointer: text.at.pointer,
      text: shown(text.text),
      bindings: shownValues(text.bound(given.bindings), shown),
      ...(value !== undefined && { value: shown(value) }),
      ...(error !== undefined && { error }),
    }));
  for (const [name, text] of call.headers) {
    if (given.redactor.isSecretHeader(name) && !EXPRESSION.test(text.text)) given.redactor.add(text.text);
  }
  try {
    return { templates, request: build(call, render, given.run, given.target) };
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    return { templates, failure: error };
  }
}
