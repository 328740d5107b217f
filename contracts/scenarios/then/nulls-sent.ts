import type { Identity } from '../../../connector/index.js';
import type { CallPurpose } from '../../lint/call-sites.js';
import type { World } from '../scenario.js';
import { sentFields } from '../sent-fields.js';
import { placeOf } from './user-matches-identity.js';

/** A field that was sent as null: allowed where the API says so, and yet not the same as an empty text. */
export function nullsSent(world: World, purpose: CallPurpose, identity: Identity): void {
  const body = world.connector.trace.findLast(({ request }) => request?.body !== undefined)?.request?.body;
  for (const [field, value] of Object.entries(sentFields(body))) {
    if (value !== null) continue;
    world.see({
      ...placeOf(world, purpose, field),
      code: 'null-sent',
      severity: 'info',
      message: `"${field}" is sent as null for ${identity.username}, who has no value for it.`,
      because: 'Jama takes it when a user is created; when one is changed, null leaves the field as it was.',
      remedy: `Send "" instead, if the field is to be empty.`,
    });
  }
}
