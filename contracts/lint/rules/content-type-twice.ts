import {
  type ConnectorDocument,
  type JsonObject,
  objectOf,
  pointerTo,
  textOf,
} from '../../../connector/index.js';
import { authenticationsOf } from '../connections.js';
import { exampleCall } from '../examples.js';
import type { Rule, RuleHit } from '../rule.js';

const withHeader = (type: string) => ({
  UpdateAccountJSON: {
    call: [{ ...exampleCall, httpHeaders: { ...exampleCall.httpHeaders, 'Content-Type': type } }],
  },
});

export const contentTypeTwice: Rule = {
  id: 'content-type-twice',
  severity: 'warning',
  title: 'A header and httpContentType say different things of the same body.',
  why: 'Which of the two is sent is not documented; the target cannot read a body under the wrong one.',
  example: { trips: withHeader('text/plain'), passes: withHeader('application/json') },
  *check({ package: connectionPackage, calls }) {
    const connection = connectionPackage.document('ConnectionJSON');
    for (const [name, entry] of authenticationsOf(connectionPackage) ?? [])
      yield* differing(connection, pointerTo('/authentications', name), entry);
    for (const { document, pointer, httpPointer, call } of calls)
      yield* differing(document, httpPointer, httpPointer === pointer ? call : objectOf(call.http));
  },
};

/** @param http the object with httpHeaders and httpContentType */
function* differing(document: ConnectorDocument, pointer: string, http: JsonObject): Iterable<RuleHit> {
  const wanted = textOf(http.httpContentType);
  for (const [name, value] of Object.entries(objectOf(http.httpHeaders))) {
    const type = textOf(value);
    if (name.toLowerCase() !== 'content-type' || type === undefined || wanted === undefined) continue;
    if (type.includes('${') || mediaType(type) === mediaType(wanted)) continue;
    yield {
      place: document.place(pointerTo(pointer, 'httpHeaders', name)),
      message: `The header says ${type}, and httpContentType ${wanted}.`,
      remedy: `Delete the header "${name}"; httpContentType says it.`,
    };
  }
}

/** Without parameters such as the charset. */
function mediaType(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}
