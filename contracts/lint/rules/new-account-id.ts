import { isObject, textOf } from '../../../connector/index.js';
import { allowsType, schemaAt, successSchema } from '../../target/response-schema.js';
import type { CallSite } from '../call-sites.js';
import { calledOperation } from '../called-operation.js';
import { type ColumnSource, columnSources } from '../column-source.js';
import { exampleAccountImport, exampleCall } from '../examples.js';
import type { LintContext, Rule } from '../rule.js';

const createCall = { ...exampleCall, url: 'http://localhost:8080/jama/rest/v1/users', httpMethod: 'POST' };

export const newAccountId: Rule = {
  id: 'new-account-id',
  severity: 'error',
  title: 'A new account gets another id than the one an import would give it.',
  why: 'Until the next import every call for the new account names an object that the target does not have; then the import takes it for another account.',
  example: {
    trips: {
      ImportAccountEntJSON: exampleAccountImport({}),
      CreateAccountJSON: { accountIdPath: 'accountName', call: [createCall] },
    },
    passes: {
      ImportAccountEntJSON: exampleAccountImport({}),
      CreateAccountJSON: { accountIdPath: 'call1.message.meta.id', call: [createCall] },
    },
  },
  *check(context) {
    const document = context.package.document('CreateAccountJSON');
    if (!isObject(document.value)) return;
    const path = textOf(document.value.accountIdPath);
    const fault = faultOf(context, path);
    if (!fault) return;
    const creating = context.calls.filter(({ purpose }) => purpose === 'create');
    yield {
      place: document.place('/accountIdPath'),
      message: fault,
      remedy: `"accountIdPath": "${idPathOf(context, creating) ?? '<call name>.message.<path of the id>'}"`,
    };
  },
};

function faultOf(context: LintContext, path: string | undefined): string | undefined {
  const imported = importedColumn(context, 'accountID');
  if (path === undefined)
    return 'There is no accountIdPath, so a new account has no accountID until the next import.';
  if (path === 'accountName') {
    const name = importedColumn(context, 'name');
    if (!imported || imported.path === name?.path) return undefined;
    return `A new account gets its name as accountID, while the import takes accountID from "${imported.path}".`;
  }
  const [call, , ...rest] = path.split('.');
  const site = context.calls.find((one) => one.purpose === 'create' && textOf(one.call.name) === call);
  if (!site) return `accountIdPath "${path}" names a call "${call}" that CreateAccountJSON does not have.`;
  const operation = calledOperation(context.target, site).called;
  const answer = operation && successSchema(context.target.openapi, operation);
  if (!answer) return undefined;
  const found = schemaAt(context.target.openapi, answer, rest.join('.'));
  if (!found)
    return `accountIdPath "${path}" leads to nothing in the answer that ${context.target.name} gives.`;
  if (imported?.schema && allowsType(imported.schema, 'integer') && !allowsType(found, 'integer')) {
    return `accountIdPath "${path}" leads to text, while the import takes accountID from the number "${imported.path}".`;
  }
  return undefined;
}

function importedColumn({ target, calls }: LintContext, column: string): ColumnSource | undefined {
  return calls
    .filter(({ purpose }) => purpose === 'import-accounts')
    .flatMap((site) => columnSources(target, site))
    .find((source) => source.column.toLowerCase() === column.toLowerCase());
}

/** Where the answer of the creating call holds the new object's id, as accountIdPath would name it. */
function idPathOf({ target }: LintContext, creating: readonly CallSite[]): string | undefined {
  for (const site of creating) {
    const operation = target.operationFor('create')?.operation ?? calledOperation(target, site).called;
    const answer = operation && successSchema(target.openapi, operation);
    const path = ['meta.id', 'data.id', 'id'].find((one) => answer && schemaAt(target.openapi, answer, one));
    if (path) return `${textOf(site.call.name) ?? 'call1'}.message.${path}`;
  }
  return undefined;
}
