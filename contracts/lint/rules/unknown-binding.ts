import { type ConnectorDocument, objectOf } from '../../../connector/index.js';
import type { Severity } from '../../findings.js';
import { exampleCall } from '../examples.js';
import {
  accountAttributes,
  entitlementAttributes,
  importBindings,
  provisioningBindings,
  ticketBindings,
  userAttributes,
} from '../known-bindings.js';
import { nearMiss } from '../near-miss.js';
import type { Rule } from '../rule.js';

const body = (httpParams: string) => ({ UpdateAccountJSON: { call: [{ ...exampleCall, httpParams }] } });

export const unknownBinding: Rule = {
  id: 'unknown-binding',
  severity: 'error',
  title: 'A template reads something that EIC does not bind.',
  why: 'An unknown name ends the call with an exception; an unknown attribute is sent as the text "null".',
  example: {
    trips: body('{"firstName":"${user.fristname}"}'),
    passes: body('{"firstName":"${user.firstname}"}'),
  },
  *check({ templates }) {
    for (const { document, pointer, template } of templates) {
      const known = bindingsOf(document);
      const told = new Set<string>();
      for (const { root, path, start, end } of template?.references ?? []) {
        const missing = missingBinding(root, path, known, /Ticket/.test(document.name));
        if (!missing || told.has(missing.what)) continue;
        if (missing.instead) told.add(missing.what);
        yield {
          place: document.placeInString(pointer, start, end),
          severity: missing.severity,
          message: `${missing.what}${missing.meant ? `; "${missing.meant}" there is` : ''}.`,
          remedy: missing.instead ?? remedyFor(missing),
        };
      }
    }
  },
};

/** What a document's templates may name; those of a user import also the columns that its calls map. */
function bindingsOf({ name, value }: ConnectorDocument): ReadonlySet<string> {
  if (name === 'ImportAccountEntJSON') return importBindings;
  if (name !== 'ImportUserJSON') return provisioningBindings;
  const calls = [objectOf(value).call ?? []].flat();
  const columns = calls.flatMap((call) => Object.keys(objectOf(objectOf(call).colsToPropsMap)));
  return new Set([...importBindings, 'user', ...columns, ...columns.map((column) => column.toLowerCase())]);
}

/** What the objects of a task are known to have. Columns of accounts and entitlements have no other names than these. */
const attributesOf: Readonly<Record<string, { readonly word: string; readonly known: ReadonlySet<string> }>> =
  {
    user: { word: 'user', known: userAttributes },
    account: { word: 'account', known: accountAttributes },
    entitlementValue: { word: 'entitlement', known: entitlementAttributes },
  };

/** `class` and the like, which every object has. */
function isMethod(attribute: string): boolean {
  return attribute === 'class' || attribute === 'properties' || attribute === 'metaClass';
}

interface MissingBinding {
  readonly what: string;
  readonly meant: string | undefined;
  /** The names that there are in its place. */
  readonly known: Iterable<string>;
  /** What to do, where no name will do. */
  readonly instead?: string;
  readonly severity: Severity;
}

function remedyFor({ meant, known }: MissingBinding): string {
  return meant ? `Write ${meant}.` : `Use one of: ${[...known].slice(0, 16).join(', ')}.`;
}

function unboundName(root: string, known: ReadonlySet<string>): MissingBinding {
  return { what: `EIC binds no "${root}"`, meant: nearMiss(root, known), known, severity: 'error' };
}

/** `groovy.json.JsonSlurper()`: a class that is called as if it were a method. */
function withoutNew(root: string): MissingBinding | undefined {
  if (!PACKAGES.test(root)) return undefined;
  return {
    what: `EIC binds no "${root}"; a class is made with "new", or asked by a method of its own`,
    meant: undefined,
    known: [],
    instead: `Write new ${root}.`,
    severity: 'error',
  };
}

/** The first words of the names of classes. */
const PACKAGES = /^(?:com|org|net|io|javax?|groovyx?|grails)$/;

/** `org.json.JSONObject`: a full name of a class that is not simulated. Many calls of it have one cause. */
function unknownClass(root: string, path: readonly string[]): MissingBinding | undefined {
  const end = path.findIndex((step) => /^[A-Z]/.test(step));
  if (!PACKAGES.test(root) || end < 0) return undefined;
  return {
    what: `"${[root, ...path.slice(0, end + 1)].join('.')}" is no class that jama-sim knows`,
    meant: undefined,
    known: [],
    instead: 'Use one that Groovy brings, such as groovy.json.JsonOutput.',
    severity: 'error',
  };
}

function missingBinding(
  root: string,
  path: readonly string[],
  known: ReadonlySet<string>,
  ofTicket: boolean,
): MissingBinding | undefined {
  if (!known.has(root)) return unknownClass(root, path) ?? withoutNew(root) ?? unboundName(root, known);
  if (ticketBindings.has(root) && known === provisioningBindings && !ofTicket) {
    const meant = root === 'entitlement' ? 'entitlementValue' : undefined;
    return { what: `"${root}" is documented for tickets only`, meant, known, severity: 'warning' };
  }
  const owned = attributesOf[root];
  const [attribute] = path;
  if (!owned || attribute === undefined || owned.known.has(attribute) || isMethod(attribute))
    return undefined;
  const near = nearMiss(attribute, owned.known);
  return {
    what: `An EIC ${owned.word} has no "${root}.${attribute}"`,
    meant: near ? `${root}.${near}` : elsewhere(root, attribute, known),
    known: [...owned.known].filter(isTelling).map((one) => `${root}.${one}`),
    severity: near ? 'error' : 'warning',
  };
}

/** The first custom properties stand for all of them. */
function isTelling(attribute: string): boolean {
  return !/^customproperty([3-9]|\d\d)/.test(attribute);
}

/** The same name in another object of the task, or as a binding of its own; not one that everything has. */
function elsewhere(root: string, attribute: string, known: ReadonlySet<string>): string | undefined {
  if (/^(?:name|id|status|description)$/.test(attribute)) return undefined;
  if (known.has(attribute)) return attribute;
  const other = Object.entries(attributesOf).find(
    ([name, { known: attributes }]) => name !== root && known.has(name) && attributes.has(attribute),
  );
  return other && `${other[0]}.${attribute}`;
}
