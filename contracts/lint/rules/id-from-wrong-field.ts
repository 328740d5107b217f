import { type ConnectorDocument, pointerTo } from '../../../connector/index.js';
import { isParameter, type Operation } from '../../target/operations.js';
import { allowsType } from '../../target/response-schema.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { type ColumnSource, elementSchema, sourcesOfExpression } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport, exampleCall } from '../examples.js';
import type { CallReference, LintContext, Rule, RuleHit } from '../rule.js';
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
    const wrong = new Map<string, Misfit[]>();
    for (const misfit of context.calls.flatMap((site) => misfits(context, site))) {
      const key = `${misfit.blamed.document.name}#${misfit.blamed.pointer}`;
      wrong.set(key, [...(wrong.get(key) ?? []), misfit]);
    }
    for (const [first, ...others] of wrong.values()) if (first) yield hitOf(context, [first, ...others]);
  },
};

/** A call whose URL gets something that is no number, and the value to blame for it. */
interface Misfit {
  readonly site: CallSite;
  readonly parameter: string;
  readonly source: ColumnSource;
  readonly blamed: { readonly document: ConnectorDocument; readonly pointer: string };
}

function hitOf({ target, calls }: LintContext, misfits: readonly [Misfit, ...Misfit[]]): RuleHit {
  const [{ source, blamed }] = misfits;
  const mapped = blamed.pointer === source.pointer;
  const also = mapped ? alsoBroken(calls, source) : [];
  const parameters = [...new Set(misfits.map(({ parameter }) => parameter))].join(', ');
  const places = [
    ...new Set(misfits.map(({ site }) => `${site.document.name} ${pointerTo(site.httpPointer, 'url')}`)),
  ];
  const what = `"${source.column}" is taken from "${source.path}", which is ${describe(source)}`;
  const key = source.site.purpose === 'import-accounts' ? 'accountID' : 'entitlementID';
  return {
    place: blamed.document.place(blamed.pointer),
    message: mapped
      ? `${what}; the URLs that use it need a number (${parameters}).`
      : `This reads "${source.column}"; ${what}, but the URL needs a number (${parameters}).`,
    because: mapped
      ? `It is used in ${places.join(', ')}.`
      : 'A value that is no number names no object, and gets 404.',
    remedy: mapped
      ? `"${source.column}": "${target.lists?.idPath ?? '<field with a number>'}~#~char"`
      : `Read "${key}" instead.`,
    breaks: [
      ...misfits.map(({ site }) => ({ document: site.document.name, pointer: site.pointer })),
      ...also,
    ],
  };
}

function misfits({ target, calls }: LintContext, site: CallSite): Misfit[] {
  if (site.url === undefined) return [];
  const operation = calledOperation(target, site).called;
  if (!operation) return [];
  return [...expressionsFromEnd(site.url)].flatMap(([fromEnd, expression]) => {
    const parameter = numericParameter(operation, fromEnd);
    if (!parameter) return [];
    return sourcesOfExpression(target, calls, site, expression)
      .filter(({ site: source }) => elementSchema(target, source) !== undefined)
      .filter(({ path, schema }) => path !== undefined && !(schema && allowsType(schema, 'integer')))
      .map((source) => ({ site, parameter, source, blamed: blamedFor(site, expression, source) }));
  });
}

/** The mapping, when it fills the id column; else whoever reads another column than the id. */
function blamedFor(site: CallSite, expression: string, source: ColumnSource): Misfit['blamed'] {
  if (/^(account|entitlement)id$/i.test(source.column))
    return { document: source.site.document, pointer: source.pointer };
  const selector = site.call.processingType === 'httpAcctToEnt' ? 'acctKeyField' : 'entKeyField';
  const pointer =
    expression === 'id' ? pointerTo(site.pointer, selector) : pointerTo(site.httpPointer, 'url');
  return { document: site.document, pointer };
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
  return schema ? 'no number' : 'not in the documented answer';
}

/** Calls that send the column in their body, and the id that a new account gets, which an import then does not know again. */
function alsoBroken(calls: readonly CallSite[], { site, column }: ColumnSource): CallReference[] {
  const reads = new RegExp(`\\.${column}\\b`, 'i');
  const sending = calls.filter(({ params }) => params !== undefined && reads.test(params));
  return [
    ...sending.map(({ document, pointer }) => ({ document: document.name, pointer })),
    ...(site.purpose === 'import-accounts'
      ? [{ document: 'CreateAccountJSON', pointer: '/accountIdPath' }]
      : []),
  ];
}
