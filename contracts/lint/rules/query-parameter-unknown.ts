import { pointerTo } from '../../../connector/index.js';
import type { Target } from '../../target/target.js';
import { calledOperation } from '../called-operation.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { nearMiss } from '../near-miss.js';
import type { Rule, RuleHit } from '../rule.js';
import { queryOf } from '../url-template.js';

const withQuery = (query: string) =>
  exampleAccountImport({
    http: { ...exampleAccountCall.http, url: `http://localhost:8080/jama/rest/v1/users?${query}` },
  });

export const queryParameterUnknown: Rule = {
  id: 'query-parameter-unknown',
  severity: 'warning',
  title:
    'A URL has a query parameter that the operation does not document, or a value that the parameter does not take.',
  why: 'The target passes over it, or refuses the request.',
  example: {
    trips: { ImportAccountEntJSON: withQuery('includeinactive=true') },
    passes: { ImportAccountEntJSON: withQuery('includeInactive=true') },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const { called } = calledOperation(target, site);
      const known = called?.parameters.filter((parameter) => parameter.in === 'query') ?? [];
      if (site.url === undefined || known.length === 0) continue;
      for (const [name, value] of queryOf(site.url)) {
        const fault = name.includes('{') ? undefined : faultOf(target, known, name, value);
        if (fault) yield { place: site.document.place(pointerTo(site.httpPointer, 'url')), ...fault };
      }
    }
  },
};

type Parameters = readonly { readonly name: string; readonly schema?: unknown }[];

function faultOf(
  target: Target,
  known: Parameters,
  name: string,
  value: string,
): Pick<RuleHit, 'message' | 'remedy'> | undefined {
  const parameter = known.find((one) => one.name === name);
  if (!parameter) {
    const names = known.map((one) => one.name);
    const meant = nearMiss(name, names);
    return {
      message: `${target.name} has no query parameter "${name}" here${meant ? `; "${meant}" there is` : ''}.`,
      remedy: meant ? `Write ${meant}.` : `Use one of ${names.join(', ')}.`,
    };
  }
  const values = valuesOf(parameter.schema);
  if (!values || value.includes('{') || values.test(value)) return undefined;
  return {
    message: `"${value}" is no value that ${target.name} documents for "${name}".`,
    remedy: `Write ${values.meant?.(value) ?? values.words}.`,
  };
}

interface Values {
  test(value: string): boolean;
  readonly words: string;
  /** The value that was most likely meant by one that is none. */
  meant?(value: string): string;
}

/** The values that a parameter takes; undefined when any text will do. */
function valuesOf(schema: unknown): Values | undefined {
  const { type, enum: values } = (schema ?? {}) as { type?: unknown; enum?: readonly unknown[] };
  if (values)
    return { test: (value) => values.map(String).includes(value), words: `one of ${values.join(', ')}` };
  if (type === 'boolean')
    return {
      test: (value) => /^(?:true|false)$/.test(value),
      words: 'true or false',
      meant: (value) => (/^(?:0|n|no|off|false)$/i.test(value.trim()) ? 'false' : 'true'),
    };
  if (type === 'integer') return { test: (value) => /^-?\d+$/.test(value), words: 'a whole number' };
  return undefined;
}
