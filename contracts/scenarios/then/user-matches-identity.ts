import { type Identity, pointerTo } from '../../../connector/index.js';
import type { User } from '../../../mock-server/index.js';
import { bodySkeleton } from '../../lint/body-skeleton.js';
import type { CallPurpose } from '../../lint/call-sites.js';
import type { Observation, World } from '../scenario.js';
import { fieldRemedy, printedPath } from './field-remedy.js';

const namesAndMail = [
  ['firstName', 'firstname'],
  ['lastName', 'lastname'],
  ['email', 'email'],
] as const;
const fields = ['username', 'firstName', 'lastName', 'email', 'phone', 'title', 'location'] as const;

const optional = [
  ['phone', 'phonenumber'],
  ['title', 'title'],
  ['location', 'location'],
] as const;

/** The user in the tenant has the identity's names and mail address, what else the body sends of it, and nowhere the text "null". */
export function userMatchesIdentity(
  world: World,
  purpose: CallPurpose,
  user: User,
  identity: Identity,
): void {
  for (const field of fields) {
    if (user[field] !== 'null') continue;
    const place = placeOf(world, purpose, field);
    const params = world.calls.find((call) => call.purpose === purpose)?.params ?? '';
    const path = place.span && printedPath(params.slice(place.span.start, place.span.end));
    world.see({
      ...place,
      code: 'null-as-text',
      message: `The identity ${identity.username} has no value for "${field}", and the user got the text "null".`,
      because: 'Groovy prints an absent value as the four letters null.',
      remedy: path ? fieldRemedy(field, path) : `Print "" instead: \${x == null ? '' : x}`,
    });
  }
  for (const [field, attribute] of namesAndMail) {
    if (user[field] === identity[attribute]) continue;
    world.see({
      ...placeOf(world, purpose, field),
      code: 'attribute-differs',
      message: `"${field}" is ${JSON.stringify(user[field])} in the tenant; the identity's ${attribute} is ${JSON.stringify(identity[attribute])}.`,
      remedy: `Send the identity's ${attribute} as "${field}".`,
    });
  }
  for (const [field, attribute] of optional)
    optionalMatches(world, purpose, { user, identity, field, attribute });
}

interface Compared {
  readonly user: User;
  readonly identity: Identity;
  readonly field: 'phone' | 'title' | 'location';
  readonly attribute: string;
}

/** A package may fill an optional field with another attribute, or leave it; but not with that of another field. */
function optionalMatches(world: World, purpose: CallPurpose, compared: Compared): void {
  const { user, identity, field, attribute } = compared;
  const place = placeOf(world, purpose, field);
  const params = world.calls.find((call) => call.purpose === purpose)?.params ?? '';
  const wanted = identity[attribute];
  const sends = place.span && params.slice(place.span.start, place.span.end).includes(`user.${attribute}`);
  if (sends && wanted && !user[field]) {
    world.see({
      ...place,
      code: 'attribute-differs',
      message: `"${field}" is empty in the tenant; the identity's ${attribute} is ${JSON.stringify(wanted)}.`,
      remedy: `Print the ${attribute} when it is there, and "" when it is null.`,
    });
  }
  const other = [...namesAndMail, ...optional].find(
    ([name, source]) => name !== field && user[field] && user[field] === identity[source],
  );
  if (!other || user[field] === wanted) return;
  world.see({
    ...place,
    code: 'attribute-differs',
    message: `"${field}" is ${JSON.stringify(user[field])} in the tenant, which is the identity's ${other[1]}.`,
    remedy: `Send the identity's ${attribute} as "${field}".`,
  });
}

/** What the identity does not have any more is gone from the user too, if the body sends it at all. */
export function attributeStays(world: World, purpose: CallPurpose, before: User, now: User): void {
  for (const [field, attribute] of optional) {
    const place = placeOf(world, purpose, field);
    if (!place.span || !before[field] || now[field] !== before[field]) continue;
    const params = world.calls.find((call) => call.purpose === purpose)?.params ?? '';
    const template = params.slice(place.span.start, place.span.end);
    if (!template.includes('${')) continue;
    const path = printedPath(template);
    world.see({
      ...place,
      code: 'attribute-stays',
      severity: 'warning',
      message: `"${field}" is still ${JSON.stringify(now[field])} in the tenant after the identity has lost its ${attribute}.`,
      because: 'The body sends null then, and a field that is null is left as it was.',
      remedy: path ? fieldRemedy(field, path) : `Send "" when the ${attribute} is null.`,
    });
  }
}

/** The place in the package's body template that fills a field; the body when it has none. */
export function placeOf(
  world: World,
  purpose: CallPurpose,
  field: string,
): Pick<Observation, 'document' | 'pointer' | 'span'> {
  const site = world.calls.find((call) => call.purpose === purpose);
  if (!site) return { document: 'ImportAccountEntJSON', pointer: '' };
  const skeleton = site.params === undefined ? undefined : bodySkeleton(site.params);
  const value = skeleton?.kind === 'object' ? skeleton.fields.get(field)?.value : undefined;
  const document = site.document.name;
  const pointer = pointerTo(site.httpPointer, 'httpParams');
  return value ? { document, pointer, span: value.at } : { document, pointer };
}
