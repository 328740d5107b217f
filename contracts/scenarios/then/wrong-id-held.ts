import { pointerTo } from '../../../connector/index.js';
import type { CallSite } from '../../lint/call-sites.js';
import { columnSources } from '../../lint/column-source.js';
import { jamaTarget } from '../../target/jama.js';
import type { Observation } from '../scenario.js';
import { accountIdRemedy } from './account-id-remedy.js';

/**
 * What made a body no JSON that prints the id of an account as a number: the account has no such id, because the import fills accountID
 * from another field, or because CreateAccountJSON took it from elsewhere in the answer. Undefined for other expressions.
 * @param body the body as it was sent
 */
export function wrongIdHeld(
  calls: readonly CallSite[],
  expression: string,
  body: string,
): Partial<Observation> | undefined {
  if (!/^(account|userAccount)\??\.accountID$/.test(expression)) return undefined;
  const target = jamaTarget();
  const because = `The body that was sent is ${body.slice(0, 200)}`;
  const source = calls
    .filter(({ purpose }) => purpose === 'import-accounts')
    .flatMap((call) => columnSources(target, call))
    .find(({ column }) => column.toLowerCase() === 'accountid');
  const idPath = target.lists?.idPath ?? 'id';
  if (source && source.path !== idPath) {
    return {
      document: source.site.document.name,
      pointer: source.pointer,
      code: 'id-from-wrong-field',
      causes: ['mapping-path-unknown', 'mapping-type', 'id-from-wrong-field'],
      message: `"${source.column}" is not filled from "${idPath}", and a body that prints it as a number is no JSON.`,
      because,
      remedy: `"${source.column}": "${idPath}~#~char"`,
    };
  }
  const create = calls.find(({ purpose }) => purpose === 'create');
  if (!create) return undefined;
  return {
    document: create.document.name,
    pointer: pointerTo('', 'accountIdPath'),
    code: 'new-account-id',
    causes: ['unknown-key'],
    within: '',
    message:
      'The accountID that a new account got is not the id of its user, and a body that prints it is no JSON.',
    because,
    remedy: accountIdRemedy(calls),
  };
}
