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
      for (const { root, path, start, end } of template?.references ?? []) {
        const missing = missingBinding(root, path[0], known, /Ticket/.test(document.name));
        if (!missing) continue;
        yield {
          place: document.placeInString(pointer, start, end),
          severity: missing.severity,
          message: `${missing.what}${missing.meant ? `; "${missing.meant}" there is` : ''}.`,
          remedy: missing.meant ? `Write ${missing.meant}.` : (missing.remedy ?? remedyFor(root, known)),
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
  readonly severity: Severity;
  readonly remedy?: string;
}

function missingBinding(
  root: string,
  attribute: string | undefined,
  known: ReadonlySet<string>,
  ofTicket: boolean,
): MissingBinding | undefined {
  if (!known.has(root) && /^(?:com|org|groovy|javax?)$/.test(root)) {
    return {
      what: `EIC binds no "${root}"; a class is made with "new", or asked by a method of its own`,
      meant: undefined,
      severity: 'error',
      remedy: `Write new ${root}.`,
    };
  }
  if (!known.has(root)) {
    return { what: `EIC binds no "${root}"`, meant: nearMiss(root, known), severity: 'error' };
  }
  if (ticketBindings.has(root) && known === provisioningBindings && !ofTicket) {
    const meant = root === 'entitlement' ? 'entitlementValue' : undefined;
    return { what: `"${root}" is documented for tickets only`, meant, severity: 'warning' };
  }
  const owned = attributesOf[root];
  if (!owned || attribute === undefined || owned.known.has(attribute) || isMethod(attribute))
    return undefined;
  const near = nearMiss(attribute, owned.known);
  return {
    what: `An EIC ${owned.word} has no "${root}.${attribute}"`,
    meant: near ? `${root}.${near}` : elsewhere(root, attribute, known),
    severity: near ? 'error' : 'warning',
  };
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

/** What there is in the place of an attribute that there is not, or of a name that is not bound. */
function remedyFor(root: string, known: ReadonlySet<string>): string {
  const attributes = attributesOf[root];
  if (!attributes) return `Use one of: ${[...known].slice(0, 16).join(', ')}.`;
  const some = [...attributes.known].filter((name) => !/^customproperty([3-9]|\d\d)/.test(name));
  return `Use one of: ${some
    .slice(0, 16)
    .map((name) => `${root}.${name}`)
    .join(', ')}.`;
}
