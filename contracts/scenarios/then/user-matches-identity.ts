import { type Identity, pointerTo } from '../../../connector/index.js';
import type { User } from '../../../mock-server/index.js';
import { bodySkeleton } from '../../lint/body-skeleton.js';
import type { CallPurpose } from '../../lint/call-sites.js';
import type { Observation, World } from '../scenario.js';
import { barePath, fieldRemedy } from './field-remedy.js';

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
    const path = place.span && barePath(params.slice(place.span.start, place.span.end));
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
  for (const [field, attribute] of optional) {
    const place = placeOf(world, purpose, field);
    const params = world.calls.find((call) => call.purpose === purpose)?.params ?? '';
    const sends = place.span && params.slice(place.span.start, place.span.end).includes(`user.${attribute}`);
    if (!sends || !identity[attribute] || user[field]) continue;
    world.see({
      ...place,
      code: 'attribute-differs',
      message: `"${field}" is empty in the tenant; the identity's ${attribute} is ${JSON.stringify(identity[attribute])}.`,
      remedy: `Print the ${attribute} when it is there, and "" when it is null.`,
    });
  }
}

/** The place in the package's body template that fills a field; the call when it has none. */
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
  if (!value) return { document, pointer: site.pointer };
  return { document, pointer: pointerTo(site.httpPointer, 'httpParams'), span: value.at };
}
