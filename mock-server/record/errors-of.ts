import type { RecordedError } from '../fixture/index.js';
import { OPERATIONS } from '../rest/operations.js';
import type { FreeText } from './free-text.js';
import type { Redaction } from './redact.js';
import { fold } from './runs.js';
import { answerOf, jsonOf, objectOf, type SeenCall } from './seen-call.js';

const PATTERNS = OPERATIONS.map(({ path }) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

const SEGMENTS: ReadonlySet<string> = new Set(
  ['/rest/v1/latest/oauth/token', ...OPERATIONS.map(({ path }) => path)].flatMap((path) => path.split('/')),
);

/** The refusals without what must not be known, each once, in the order in which they were seen first. */
export function errorsOf(
  calls: readonly SeenCall[],
  redaction: Redaction,
  freeText: FreeText,
): RecordedError[] {
  const seen = new Map<string, RecordedError>();
  for (const call of calls) {
    if (call.status < 400) continue;
    const json = answerOf(call);
    const place = { method: call.method, path: pathPatternOf(call.path), status: call.status };
    const one =
      json === undefined
        ? { ...place, shape: shapeOf(call, freeText) }
        : { ...place, body: redaction.error(json, carriedBy(call)) };
    const key = JSON.stringify(one);
    seen.set(key, { ...one, times: (seen.get(key)?.times ?? 0) + 1 });
  }
  return [...seen.values()];
}

function shapeOf(
  { answerType, answerBody }: SeenCall,
  freeText: FreeText,
): NonNullable<RecordedError['shape']> {
  const [type = ''] = answerType.split(';');
  return { contentType: freeText(type.trim().toLowerCase()), bytes: answerBody.length };
}

/** A path with names for its ids; a segment that the product does not have becomes `{segment}`. */
function pathPatternOf(path: string): string {
  const [, version = '', below = path] = /^(\/rest\/(?:v1|latest))(\/.*)?$/.exec(path) ?? [];
  const known = version === '' ? undefined : PATTERNS.find(({ pattern }) => pattern.test(below));
  const segments = below.split('/').map((one) => (SEGMENTS.has(one) ? one : '{segment}'));
  return version + (known?.path ?? segments.join('/'));
}

/** What the request of a call said, folded: its answer may repeat it. */
function carriedBy({ path, search, requestBody }: SeenCall): ReadonlySet<string> {
  const body = Object.values(objectOf(jsonOf(requestBody))).filter((value) => typeof value === 'string');
  return new Set([...path.split('/'), ...new URLSearchParams(search).values(), ...body].map(fold));
}
