import { pointerTo } from '../../../connector/index.js';
import { isParameter, type Operation } from '../../target/operations.js';
import { allowsType } from '../../target/response-schema.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { type ColumnSource, sourcesOfExpression } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport, exampleCall } from '../examples.js';
import type { CallReference, LintContext, Rule } from '../rule.js';
import { expressionsFromEnd } from '../url-template.js';

export const idFromWrongField: Rule = {
  id: 'id-from-wrong-field',
  severity: 'error',
  title: 'A column that goes into a URL is filled from a field that the URL cannot take.',
  why: 'Every call with that URL names an object that the target does not have, and gets 404.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, accountID: 'uid~#~char' },
      }),
      UpdateAccountJSON: { call: [exampleCall] },
    },
    passes: {
      ImportAccountEntJSON: exampleAccountImport({}),
      UpdateAccountJSON: { call: [exampleCall] },
    },
  },
  *check(context) {
    const wrong = new Map<string, { source: ColumnSource; users: { site: CallSite; parameter: string }[] }>();
    for (const site of context.calls) {
      for (const { source, parameter } of misfits(context, site)) {
        const key = `${source.site.document.name}#${source.pointer}`;
        const entry = wrong.get(key) ?? { source, users: [] };
        entry.users.push({ site, parameter });
        wrong.set(key, entry);
      }
    }
    for (const { source, users } of wrong.values()) {
      const parameters = [...new Set(users.map(({ parameter }) => parameter))].join(', ');
      const breaks = users.map(
        ({ site }): CallReference => ({ document: site.document.name, pointer: site.pointer }),
      );
      const places = [
        ...new Set(users.map(({ site }) => `${site.document.name} ${pointerTo(site.httpPointer, 'url')}`)),
      ];
      yield {
        place: source.site.document.place(source.pointer),
        message: `"${source.column}" is taken from "${source.path}", which is ${describe(source)}; the URLs that use it need a number (${parameters}).`,
        because: `It is used in ${places.join(', ')}.`,
        remedy: `"${source.column}": "id~#~char"`,
        breaks,
      };
    }
  },
};

function misfits(
  { target, calls }: LintContext,
  site: CallSite,
): { source: ColumnSource; parameter: string }[] {
  if (site.url === undefined) return [];
  const operation = calledOperation(target, site).called;
  if (!operation) return [];
  return [...expressionsFromEnd(site.url)].flatMap(([fromEnd, expression]) => {
    const parameter = numericParameter(operation, fromEnd);
    if (!parameter) return [];
    return sourcesOfExpression(target, calls, site, expression)
      .filter(({ path, schema }) => path !== undefined && !(schema && allowsType(schema, 'integer')))
      .map((source) => ({ source, parameter }));
  });
}

/** The name of the path parameter at a segment counted from the end, if it takes a number. */
function numericParameter(operation: Operation, fromEnd: number): string | undefined {
  const segment = operation.segments[operation.segments.length - 1 - fromEnd];
  if (!segment || !isParameter(segment)) return undefined;
  const name = segment.slice(1, -1);
  const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
  const schema = parameter?.schema;
  return schema && 'type' in schema && schema.type === 'integer' ? name : undefined;
}

function describe({ schema }: ColumnSource): string {
  return schema ? `text (such as "u101")` : 'not in the documented answer';
}
