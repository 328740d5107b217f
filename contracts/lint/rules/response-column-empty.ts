import { objectOf, pointerTo, textOf } from '../../../connector/index.js';
import { schemaAt, successSchema } from '../../target/response-schema.js';
import { answerSchemas } from '../answer-schemas.js';
import { provisioningDocuments } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { exampleCall } from '../examples.js';
import type { LintContext, Rule } from '../rule.js';

const create = (customproperty8: string) => ({
  CreateAccountJSON: {
    accountIdPath: 'call1.message.meta.id',
    responseColsToPropsMap: { customproperty8 },
    call: [{ ...exampleCall, url: 'http://localhost:8080/jama/rest/v1/users', httpMethod: 'POST' }],
  },
});

export const responseColumnEmpty: Rule = {
  id: 'response-column-empty',
  severity: 'warning',
  title: 'A column is to be filled from an answer that does not have the value.',
  why: 'The column stays empty until the next import.',
  example: {
    trips: create('call1.message.data.licenseType~#~char'),
    passes: create('call1.message.meta.location~#~char'),
  },
  *check(context) {
    for (const name of Object.keys(provisioningDocuments)) {
      const document = context.package.document(name);
      for (const [column, mapping] of Object.entries(
        objectOf(objectOf(document.value).responseColsToPropsMap),
      )) {
        const [path = ''] = (textOf(mapping) ?? '').split('~#~');
        const fault = path.startsWith('#') || path === '' ? undefined : faultOf(context, name, path);
        if (fault === undefined) continue;
        yield {
          place: document.place(pointerTo('/responseColsToPropsMap', column)),
          message: `${fault}; "${column}" stays empty.`,
          remedy: 'Delete the line; an import fills the column.',
        };
      }
    }
  },
};

function faultOf({ calls, target }: LintContext, document: string, path: string): string | undefined {
  const [name = '', kind, ...rest] = path.split('.');
  const own = calls.filter((site) => site.document.name === document);
  const site = own.find(({ call }) => textOf(call.name) === name);
  if (!site)
    return own.some(({ call }) => textOf(call.name) === name.replace(/\d+$/, ''))
      ? undefined
      : `No call of ${document} is named "${name}"`;
  const { called } = calledOperation(target, site);
  if (!called || kind !== 'message') return undefined;
  const nothing = `${called.method} ${called.path} answers with nothing at "${rest.join('.')}"`;
  if (answerSchemas(target, called, 'success')?.length === 0) return nothing;
  const answer = successSchema(target.openapi, called);
  return answer && !schemaAt(target.openapi, answer, rest.join('.')) ? nothing : undefined;
}
