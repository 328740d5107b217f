import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { schemaAt } from '../../target/response-schema.js';
import type { Target } from '../../target/target.js';
import type { CallSite } from '../call-sites.js';
import { type ColumnSource, columnSources, elementSchema } from '../column-source.js';
import { isDependent } from '../dependent-call.js';
import { exampleAccountImport } from '../examples.js';
import type { Rule } from '../rule.js';

const every = ['firstName', 'lastName', 'email', 'phone', 'title', 'location', 'licenseType', 'active'];
const all = Object.fromEntries(
  every.map((field, index) => [`customproperty${index + 1}`, `${field}~#~char`]),
);
const { customproperty1: _left, ...some } = all;
const keys = { accountID: 'id~#~char', name: 'username~#~char' };

/** Fields that the expressions of a mapping read: `response` is the record there. */
function namedInExpressions({ call }: CallSite): string[] {
  const texts = Object.values(objectOf(call.colsToPropsMap)).map((value) => textOf(value) ?? '');
  return texts.flatMap((text) => [...text.matchAll(/\bresponse\??\.(\w+)/g)].map(([, field = '']) => field));
}

/** True for a call that fills columns of the records which another one has read. */
function addsTo(site: CallSite, one: CallSite): boolean {
  return one.purpose === site.purpose && one.entitlementType === site.entitlementType && isDependent(one);
}

/** Columns with a text that is written in the mapping, and is one of the values that a field can have which no column is filled from. */
function constantsFor(target: Target, site: CallSite, missing: readonly string[]) {
  const element = elementSchema(target, site);
  return Object.entries(objectOf(site.call.colsToPropsMap)).flatMap(([column, mapping]) => {
    const constant = /^#CONST#([^$]*?)~#~/.exec(textOf(mapping) ?? '')?.[1]?.trim();
    const attribute = missing.find((one) => {
      const schema = element && schemaAt(target.openapi, element, one);
      const values = schema?.type === 'boolean' ? [true, false] : (schema?.enum ?? []);
      return constant !== undefined && values.map(String).includes(constant);
    });
    return attribute === undefined
      ? []
      : [{ column, attribute, pointer: pointerTo(site.pointer, 'colsToPropsMap', column) }];
  });
}

/** True for a column that is filled from the same field as another one; displayName often repeats a column, and nobody minds. */
function isAgain({ column, path }: ColumnSource, _: number, all: readonly ColumnSource[]): boolean {
  const repeats = (name: string) => name.toLowerCase() === 'displayname';
  return (
    path !== undefined &&
    !repeats(column) &&
    all.some((other) => other.column !== column && !repeats(other.column) && other.path === path)
  );
}

export const attributeNotMapped: Rule = {
  id: 'attribute-not-mapped',
  severity: 'warning',
  title: 'An attribute that the target gives is mapped to no column.',
  why: 'The integration guide asks to map all attributes: what is not mapped cannot be seen, reviewed or used in EIC.',
  example: {
    trips: { ImportAccountEntJSON: exampleAccountImport({ colsToPropsMap: { ...keys, ...some } }) },
    passes: { ImportAccountEntJSON: exampleAccountImport({ colsToPropsMap: { ...keys, ...all } }) },
  },
  *check({ calls, target }) {
    for (const site of calls) {
      const wanted = target.attributesOf(site.purpose);
      if (!wanted || isDependent(site) || !elementSchema(target, site)) continue;
      const sources = columnSources(target, site);
      const together = [site, ...calls.filter((one) => addsTo(site, one))];
      const mapped = new Set(
        together.flatMap((one) => [
          ...columnSources(target, one).map(({ path }) => path),
          ...namedInExpressions(one),
        ]),
      );
      const missing = wanted.filter((attribute) => !mapped.has(attribute));
      // A column that is filled from nothing was meant for one of them, and has a finding of its own.
      const misread = sources.filter(({ path, schema }) => path !== undefined && !schema);
      if (missing.length <= misread.length) continue;
      const twice = sources.filter(isAgain);
      const constants = constantsFor(target, site, missing);
      if (constants.length > 0) {
        yield* constants.map(({ column, pointer, attribute }) => ({
          place: site.document.place(pointer),
          message: `"${column}" is the same text for every record, and no column is filled from "${attribute}".`,
          remedy: `"${column}": "${attribute}~#~char"`,
        }));
        continue;
      }
      const pointers =
        twice.length > 0 ? twice.map(({ pointer }) => pointer) : [pointerTo(site.pointer, 'colsToPropsMap')];
      for (const pointer of pointers) {
        yield {
          place: site.document.place(pointer, 'key'),
          message: `No column is filled from ${missing.map((one) => `"${one}"`).join(', ')}${twice.length > 0 ? `, and ${twice.map(({ column }) => column).join(' and ')} from the same` : ''}.`,
          remedy: missing.map((one) => `"<column>": "${one}~#~char"`).join(', '),
        };
      }
    }
  },
};
