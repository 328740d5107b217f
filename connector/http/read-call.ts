import type { At } from '../failure.js';
import { fail } from '../failure.js';
import { isObject, type JsonObject, type JsonValue, pointerTo, textOf } from '../json.js';
import { type ConditionHolder, type Conditions, readConditions } from './conditions.js';
import { type TemplateText, templateText } from './template-text.js';

/** httpParams: one text, or an object whose texts are templates each. */
export type Params =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: TemplateText }
  | { readonly kind: 'object'; readonly value: ParamsNode };

/** A JSON value whose texts are templates. */
export type ParamsNode =
  | { readonly text: TemplateText }
  | { readonly literal: JsonValue }
  | { readonly list: readonly ParamsNode[] }
  | { readonly fields: readonly (readonly [string, ParamsNode])[] };

/** A call of a connector JSON, ready to be made. */
export interface Call {
  readonly at: At;
  /** The object with url, httpMethod ...: the call itself, or what stands under its `http`. */
  readonly http: At;
  readonly connection: string | undefined;
  readonly url: TemplateText;
  readonly method: TemplateText;
  readonly headers: readonly (readonly [string, TemplateText])[];
  readonly contentType: TemplateText | undefined;
  readonly params: Params;
  readonly conditions: Conditions;
}

/** How the texts of a document are read. */
export interface CallReading {
  readonly at: At;
  /** The object with url, httpMethod ...; `at.pointer` plus `httpKey` is its place. */
  readonly http: JsonObject;
  readonly httpKey?: string;
  readonly call: JsonObject;
  readonly section?: JsonObject;
  readonly connection: string | undefined;
  /** `with-braces`: only texts that hold `${` go through the engine. */
  readonly templates: 'always' | 'with-braces';
  /** Told when a text would read differently if the engine took every text. */
  readonly rely?: (id: string) => void;
}

function paramsNode(
  value: JsonValue | undefined,
  text: (path: string, value: string) => TemplateText,
  path: string,
): ParamsNode {
  if (typeof value === 'string') return { text: text(path, value) };
  if (Array.isArray(value)) {
    return { list: value.map((element, index) => paramsNode(element, text, pointerTo(path, index))) };
  }
  if (!isObject(value)) return { literal: value ?? null };
  return {
    fields: Object.entries(value).map(
      ([key, inner]) => [key, paramsNode(inner, text, pointerTo(path, key))] as const,
    ),
  };
}

/** Reads one call. @throws ConnectorFailure when it has no url */
export function readCall(reading: CallReading): Call {
  const { at, http, call } = reading;
  const base = reading.httpKey === undefined ? at.pointer : pointerTo(at.pointer, reading.httpKey);
  const text = (path: string, value: string): TemplateText => {
    const live = reading.templates === 'always' || value.includes('${');
    if (!live && /[$\\]|<%/.test(value)) reading.rely?.('import-templates');
    return templateText({ document: at.document, pointer: path }, value, live);
  };
  const url = textOf(http.url);
  if (url === undefined || url.trim() === '') {
    return fail(
      { ...at, pointer: pointerTo(base, 'url') },
      { code: 'call-without-url', message: 'The call has no url.', remedy: 'Add "url".' },
    );
  }
  if (isObject(http.ssl)) {
    fail(
      { ...at, pointer: pointerTo(base, 'ssl') },
      {
        code: 'ssl-unsupported',
        message: 'The call has ssl: this runner sends no client key and cannot choose the TLS version.',
        remedy: 'Take ssl out to try the package.',
      },
    );
  }
  const headers = Object.entries(isObject(http.httpHeaders) ? http.httpHeaders : {}).map(
    ([name, value]) => [name, text(pointerTo(base, 'httpHeaders', name), String(value ?? ''))] as const,
  );
  const paramsAt = pointerTo(base, 'httpParams');
  const contentType = textOf(http.httpContentType);
  const given = http.httpParams;
  return {
    at,
    http: { document: at.document, pointer: base },
    connection: reading.connection,
    url: text(pointerTo(base, 'url'), url),
    method: text(pointerTo(base, 'httpMethod'), textOf(http.httpMethod) ?? 'GET'),
    headers,
    contentType:
      contentType === undefined ? undefined : text(pointerTo(base, 'httpContentType'), contentType),
    params: readParams(given, paramsAt, text),
    conditions: readConditions({ value: call, pointer: at.pointer }, sectionOf(reading)),
  };
}

/** The section around an import call is the first step of the call's pointer; that of a user import is the document. */
function sectionOf({ at, section = {} }: CallReading): ConditionHolder {
  const [, first = ''] = at.pointer.split('/');
  return { value: section, pointer: first === '' || first === 'call' ? '' : `/${first}` };
}

function readParams(
  given: JsonValue | undefined,
  at: string,
  text: (path: string, value: string) => TemplateText,
): Params {
  if (typeof given === 'string')
    return given.trim() === '' ? { kind: 'none' } : { kind: 'text', text: text(at, given) };
  if (given === undefined || given === null) return { kind: 'none' };
  return { kind: 'object', value: paramsNode(given, text, at) };
}

/** The texts of a call that decide whether it depends on another record: its url and its parameters. */
export function rootsOf(call: Call): ReadonlySet<string> {
  const params = call.params.kind === 'text' ? call.params.text.roots() : new Set<string>();
  return new Set([...call.url.roots(), ...params]);
}
