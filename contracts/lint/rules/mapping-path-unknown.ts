import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { itemsOf, schemaAt, successSchema } from '../../target/response-schema.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { columnSources, elementSchema, listPath } from '../column-source.js';
import { exampleAccountCall, exampleAccountImport } from '../examples.js';
import { neededColumns } from '../known-columns.js';
import type { LintContext, Rule, RuleHit } from '../rule.js';
import { statusConfigOf } from '../status-config.js';

export const mappingPathUnknown: Rule = {
  id: 'mapping-path-unknown',
  severity: 'warning',
  title: 'An import reads a field that the documented answer does not have.',
  why: 'The column stays empty; when it is a key, the whole record is dropped.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({
        colsToPropsMap: { ...exampleAccountCall.colsToPropsMap, customproperty1: 'department~#~char' },
      }),
    },
    passes: { ImportAccountEntJSON: exampleAccountImport({}) },
  },
  *check(context) {
    for (const site of context.calls) {
      yield* unknownList(context, site);
      yield* unknownColumns(context, site);
      yield* unknownInExpressions(context, site);
      yield* unknownIds(context, site);
    }
  },
};

function* unknownList({ target }: LintContext, site: CallSite): Generator<RuleHit> {
  const { called } = calledOperation(target, site);
  const answer = called && successSchema(target.openapi, called);
  const key = listKey(site);
  const listField = textOf(site.call[key]) ?? (site.purpose === 'import-users' ? '' : undefined);
  if (!answer || listField === undefined) return;
  const found = schemaAt(target.openapi, answer, listField);
  const right = listPath(target, answer);
  const isList = found && (right === undefined || itemsOf(target.openapi, found));
  if (isList) return;
  yield {
    place: site.document.place(pointerTo(site.pointer, key)),
    severity: 'error',
    message: found
      ? `What the answer of ${target.name} has at "${listField}" is no list${right === '' ? '' : `; its list is at "${right}"`}.`
      : `The answer of ${target.name} has no "${listField}".`,
    remedy:
      right === undefined
        ? 'Name the field of the answer that holds the records; leave it empty if the answer is the list.'
        : `"${key}": "${right}"`,
    breaks: [{ document: site.document.name, pointer: site.pointer }],
  };
}

/** The key by which a call says where its list is. */
function listKey({ purpose, call }: CallSite): 'listField' | 'userResponsePath' {
  return purpose === 'import-users' && call.listField === undefined ? 'userResponsePath' : 'listField';
}

function* unknownColumns(
  { target, package: connectionPackage }: LintContext,
  site: CallSite,
): Generator<RuleHit> {
  if (!elementSchema(target, site)) return;
  const key = textOf(site.call.keyField)?.toLowerCase();
  const statusColumn =
    site.purpose === 'import-accounts'
      ? textOf(statusConfigOf(connectionPackage).value.statusColumn)?.toLowerCase()
      : undefined;
  for (const { column, path, schema, pointer } of columnSources(target, site)) {
    if (path === undefined || schema) continue;
    const isKey =
      [key, statusColumn].includes(column.toLowerCase()) || neededColumns.has(column.toLowerCase());
    yield {
      place: site.document.place(pointer),
      severity: isKey ? 'error' : 'warning',
      message: `The documented answer of ${target.name} has nothing at "${path}"; "${column}" stays empty.`,
      remedy: isKey
        ? `Map "${column}" from a field that every record has.`
        : 'Delete the line, or map a field that there is.',
    };
  }
}

/** Fields that the expressions of a mapping read: `response` is the record there. */
function* unknownInExpressions({ target }: LintContext, site: CallSite): Generator<RuleHit> {
  const element = elementSchema(target, site);
  if (!element) return;
  for (const [column, value] of Object.entries(objectOf(site.call.colsToPropsMap))) {
    for (const [, field = ''] of (textOf(value) ?? '').matchAll(/\bresponse\??\.(\w+)(?!\w*\()/g)) {
      if (schemaAt(target.openapi, element, field)) continue;
      yield {
        place: site.document.place(pointerTo(site.pointer, 'colsToPropsMap', column)),
        severity: neededColumns.has(column.toLowerCase()) ? 'error' : 'warning',
        message: `The documented answer of ${target.name} has nothing at "${field}", which the expression reads.`,
        remedy: 'Read a field that there is.',
      };
    }
  }
}

function* unknownIds({ target }: LintContext, site: CallSite): Generator<RuleHit> {
  const element = elementSchema(target, site);
  if (!element || site.purpose !== 'import-links') return;
  for (const key of ['acctIdPath', 'entIdPath'] as const) {
    const path = textOf(site.call[key]);
    if (path === undefined || schemaAt(target.openapi, element, path)) continue;
    yield {
      place: site.document.place(pointerTo(site.pointer, key)),
      severity: 'error',
      message: `The documented answer of ${target.name} has nothing at "${path}"; no link can be made.`,
      remedy: target.lists
        ? `"${key}": "${target.lists.idPath}"`
        : 'Name the field of an element that holds the id.',
    };
  }
}
