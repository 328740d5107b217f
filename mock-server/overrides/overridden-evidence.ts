import { EVIDENCE, type Evidence, type Grade, type RuleId } from '../evidence.js';
import { MESSAGES, OAUTH_MESSAGES } from '../rest/messages.js';
import { NO_OVERRIDES, type Overrides, type TenantOverride } from './overrides.js';

/** A rule with the grade it has for a tenant: `overridden` if a user corrected or confirmed it. */
export interface RuleView extends Omit<Evidence, 'grade'> {
  readonly id: RuleId;
  readonly grade: Grade | 'overridden';
}

/** The ledger as overrides change it. A rule that several messages rest on is overridden when all of them are. */
export function evidenceOf(overrides: Overrides = NO_OVERRIDES): readonly RuleView[] {
  return EVIDENCE.map((rule) => {
    const source = sourceOf(overrides, rule.id);
    return source === undefined ? rule : { ...rule, grade: 'overridden', source };
  });
}

/** Where the correction of a rule was seen; undefined if it is not overridden. */
function sourceOf({ rules, messages, tokenMessages, tenant }: Overrides, id: RuleId): string | undefined {
  const confirmed = rules?.[id];
  if (confirmed !== undefined) return confirmed.source;
  if (differingRules(tenant).includes(id)) return tenant?.source ?? 'overrides of the user';
  const resting = [...codesOf(MESSAGES, id), ...codesOf(OAUTH_MESSAGES, id)];
  const given: Readonly<Record<string, { readonly source?: string }>> = { ...messages, ...tokenMessages };
  const overriding = resting.map((code) => given[code]);
  if (resting.length === 0 || overriding.includes(undefined)) return undefined;
  const sources = overriding.flatMap((one) => one?.source ?? []);
  return sources.length === 0 ? 'overrides of the user' : [...new Set(sources)].join('; ');
}

/** The rules that the way a tenant differs from its profile puts out of force. */
function differingRules({ tokenTtl, reactivatedLicence, extendedRecords }: TenantOverride = {}): RuleId[] {
  return [
    ...(tokenTtl === undefined || tokenTtl === 3600 ? [] : ['token-lifetime' as const]),
    ...(reactivatedLicence === undefined || reactivatedLicence === 'FLOATING'
      ? []
      : ['licence-follows-active' as const]),
    ...(extendedRecords === false ? (['user-shape', 'usergroup-shape'] as const) : []),
  ];
}

function codesOf(table: Readonly<Record<string, { readonly evidence: RuleId }>>, id: RuleId): string[] {
  return Object.keys(table).filter((code) => table[code]?.evidence === id);
}
