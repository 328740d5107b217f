import type { RuleId } from '../evidence.js';
import type { ErrorCode, OAuthCode } from '../rest/messages.js';
import type { LicenceType } from '../tenant/model.js';

/** Where a correction was seen: `our tenant, release 9.31, May 2026`. */
interface Seen {
  readonly source?: string;
}

/** What a status and text of Jama really are, as somebody with a real tenant saw them; what is absent stays. */
export interface MessageOverride extends Seen {
  readonly status?: number;
  /** `meta.message`; `{name}` stands for the same details as in the text that it replaces. */
  readonly message?: string;
}

/** The same for the errors of the token endpoint [RFC 6749 section 5.2]. */
export interface TokenMessageOverride extends Seen {
  readonly status?: number;
  readonly error?: string;
  /** null: there is none. */
  readonly description?: string | null;
  readonly uri?: string | null;
}

/** How a tenant differs from the profile that is chosen. */
export interface TenantOverride extends Seen {
  readonly tokenAnswer?: 'three-fields' | 'seven-fields';
  /** Seconds that a token lives. */
  readonly tokenTtl?: number;
  /** Whether a username and its password are accepted (HTTP Basic). */
  readonly basic?: boolean;
  /** Whether users carry `uid` and `customData`, and groups `uid`. */
  readonly extendedRecords?: boolean;
  readonly reactivatedLicence?: LicenceType;
  readonly callsPerSecond?: number;
}

/** Corrections of what the vendor never published. What is corrected or confirmed no longer counts as inferred. */
export interface Overrides {
  /** Rules that a real tenant confirmed as they are. */
  readonly rules?: { readonly [K in RuleId]?: { readonly source: string } };
  readonly messages?: { readonly [K in ErrorCode]?: MessageOverride };
  readonly tokenMessages?: { readonly [K in OAuthCode]?: TokenMessageOverride };
  readonly tenant?: TenantOverride;
}

export const NO_OVERRIDES: Overrides = {};
