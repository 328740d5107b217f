import type { ConnectionPackage, JsonObject, Place } from '../../connector/index.js';
import type { Finding, Severity } from '../findings.js';
import type { Target } from '../target/target.js';
import type { CallSite } from './call-sites.js';
import type { TemplateSite } from './template-sites.js';

/** Connector JSONs by name, enough of them to show a rule at work; a text stands for itself, valid or not. */
export type ExampleDocuments = Readonly<Record<string, JsonObject | string>>;

/** One thing that can be wrong in a package, told by reading it. */
export interface Rule {
  /** Stable, kebab-case; the code of its findings. */
  readonly id: string;
  readonly severity: Severity;
  /** What the rule finds, in one sentence. */
  readonly title: string;
  /** What happens in EIC or in the target when it is left so. */
  readonly why: string;
  /** A package that the rule speaks of, and the same one mended. */
  readonly example: { readonly trips: ExampleDocuments; readonly passes: ExampleDocuments };
  check(context: LintContext): Iterable<RuleHit>;
}

/** What a rule has to say of one place; code, severity and the reason come from the rule unless they are given. */
export interface RuleHit extends Partial<Pick<Finding, 'severity' | 'because' | 'evidence'>> {
  readonly place: Place;
  readonly message: string;
  readonly remedy: string;
  /** Calls that fail at run time because of this, each as its document and the pointer of the call. */
  readonly breaks?: readonly CallReference[];
}

/** A call of a connector JSON by name. */
export interface CallReference {
  readonly document: string;
  readonly pointer: string;
}

/** What a rule may look at. */
export interface LintContext {
  readonly package: ConnectionPackage;
  readonly target: Target;
  readonly calls: readonly CallSite[];
  readonly templates: readonly TemplateSite[];
}
