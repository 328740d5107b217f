import { textOf } from '../../../connector/index.js';
import type { CallSite } from '../../lint/call-sites.js';

/** The accountIdPath that leads to the id in Jama's answer to the call which creates the user, whatever that call is named. */
export function accountIdRemedy(calls: readonly CallSite[]): string {
  const create = calls.find(
    ({ purpose, method }) => purpose === 'create' && method?.toUpperCase() === 'POST',
  );
  return `"accountIdPath": "${textOf(create?.call.name) ?? 'call1'}.message.meta.id"`;
}
