import { pointerTo, type TraceStep } from '../../../connector/index.js';
import type { CallPurpose, CallSite } from '../../lint/call-sites.js';
import { columnOf, columnSources, elementSchema, sourcesOfExpression } from '../../lint/column-source.js';
import { templateParts } from '../../lint/template-parts.js';
import { jamaTarget } from '../../target/jama.js';
import type { Target } from '../../target/target.js';
import type { Observation } from '../scenario.js';

/** An expression that should give the id of an account or an entitlement and gives something else. */
interface Misread {
  readonly of: 'account' | 'entitlement';
  readonly expression: string;
  /** What it reads, as a fact. */
  readonly why: string;
  /** The column that holds the id. */
  readonly idColumn: string;
}

const objects = { account: 'account', entitlement: 'entitlementValue' } as const;
const imports = { account: 'import-accounts', entitlement: 'import-entitlements' } as const;

/**
 * Why a request named no object of the target: the expression that should have put the id into it reads EIC's own key, a column
 * that nothing fills, or one that holds another field of the record. Undefined when it reads the id.
 * Source: EIC's bindings of a task (documented: integration guide).
 */
export function wrongId(
  calls: readonly CallSite[],
  site: CallSite,
  { request, response }: TraceStep,
): Partial<Observation> | undefined {
  const target = jamaTarget();
  const answered = request && response && `${request.method} ${request.url} answered ${response.status}`;
  for (const key of ['url', 'httpParams'] as const) {
    const text = key === 'url' ? site.url : site.purpose === 'add-access' ? site.params : undefined;
    for (const { start, end, expression } of templateParts(text ?? '')) {
      const misread = misreadIn(target, calls, site, expression?.trim() ?? '');
      if (text === undefined || !misread) continue;
      const said = { code: 'id-from-wrong-field', because: `${answered}: ${response?.body.slice(0, 200)}` };
      if (misread.expression === 'id') return { ...said, ...linkKey(site, misread) };
      const right = `${objects[misread.of]}.${misread.idColumn}`;
      const mended = `${text.slice(0, start)}\${${right}}${text.slice(end)}`;
      return {
        ...said,
        pointer: pointerTo(site.httpPointer, key),
        span: { start, end },
        message: `${misread.expression} ${misread.why}; the id of the ${misread.of} is in ${right}.`,
        remedy: `${JSON.stringify(key)}: ${JSON.stringify(mended)}`,
      };
    }
  }
  return undefined;
}

/** In a call for the links, `id` is what the key column of the entitlement or the account holds. */
function linkKey(site: CallSite, { of, why, idColumn }: Misread): Partial<Observation> {
  const key = of === 'account' ? 'acctKeyField' : 'entKeyField';
  return {
    pointer: pointerTo(site.pointer, key),
    message: `\${id} stands for the column of ${key}, which ${why}; the id of the ${of} is in "${idColumn}".`,
    remedy: `"${key}": "${idColumn}"`,
  };
}

function misreadIn(
  target: Target,
  calls: readonly CallSite[],
  site: CallSite,
  expression: string,
): Misread | undefined {
  const ownKey = /^(?:(?:user)?account|user|entitlement(?:Value)?)\??\.id$/i.exec(expression);
  const read = columnOf(site, expression);
  const of = read?.of ?? (/^entitlement/i.test(expression) ? 'entitlement' : 'account');
  if (!ownKey && !read) return undefined;
  const idColumn = idColumnOf(target, calls, imports[of], site);
  if (idColumn === undefined) return undefined;
  if (ownKey)
    return { of, expression, idColumn, why: `is EIC's own key, which ${target.name} does not know` };
  const sources = sourcesOfExpression(target, calls, site, expression);
  if (sources.some(({ path }) => path === target.lists?.idPath || path === undefined)) return undefined;
  const [source] = sources;
  const why = source ? `is filled from "${source.path}"` : `is filled by no ${of} call`;
  return { of, expression, idColumn, why };
}

/** The column that an import fills from the id of a record. */
function idColumnOf(
  target: Target,
  calls: readonly CallSite[],
  purpose: CallPurpose,
  site: CallSite,
): string | undefined {
  return calls
    .filter((call) => call.purpose === purpose && elementSchema(target, call) !== undefined)
    .filter((call) => purpose === 'import-accounts' || call.entitlementType === site.entitlementType)
    .flatMap((call) => columnSources(target, call))
    .find(({ path }) => path === target.lists?.idPath)?.column;
}
