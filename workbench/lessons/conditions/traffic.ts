import { pathPattern } from '../../../mock-server/index.js';
import type { LessonCall } from '../scene.js';
import { type Count, closed, condition, count, isSo, text } from './condition.js';

/** Which calls are meant; what is absent matches everything. */
interface WantedCall {
  readonly method?: string;
  /** Below the tenant's base; `*` is one segment, `**` any rest. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly fault?: string;
  readonly times?: Count;
}

const method = { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] } as const;
const path = { type: 'string', pattern: '^/', maxLength: 200 } as const;
const status = { type: 'integer', minimum: 0, maximum: 599 } as const;
const query = { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 } as const;

/** Calls that the tenant answered since the lesson began. */
export const call = condition<WantedCall>({
  about:
    'calls that the tenant answered since the lesson began, whoever made them: method, path (`*` for a segment, `**` for any rest), query, status (0 for a connection that was cut), the fault that bent it; at least one unless `times` says otherwise',
  example: { method: 'GET', path: '/rest/v1/users', status: 200, times: { atLeast: 3 } },
  schema: closed({ method, path, query, status, fault: text, times: count }, ['path']),
  look({ calls }, wanted) {
    const { times = { atLeast: 1 } } = wanted;
    const alike = calls.filter((one) => isMeant(one, { ...wanted, status: undefined }));
    const found = alike.filter((one) => wanted.status === undefined || one.status === wanted.status);
    const often =
      typeof times === 'number'
        ? `${times} times`
        : times.atLeast > 1
          ? `at least ${times.atLeast} times`
          : '';
    const others = [...new Set(alike.map((one) => one.status))].join(', ');
    return {
      holds: isSo(times, found.length),
      wanted: [named(wanted), answered(wanted.status), often].filter(Boolean).join(' '),
      seen:
        found.length > 0 || alike.length === 0
          ? `${found.length === 0 ? 'no' : found.length} such call${found.length === 1 ? '' : 's'}`
          : `answered with ${others}`,
    };
  },
});

interface WantedRepeat extends Pick<WantedCall, 'method' | 'path'> {
  readonly refused: number;
  readonly again: number;
}

/** A call that was refused and then made again. */
export const repeated = condition<WantedRepeat>({
  about:
    'a call that was answered with one status and, made again as it was, with another, since the lesson began',
  example: { method: 'GET', path: '/rest/v1/users', refused: 401, again: 200 },
  schema: closed({ method, path, refused: status, again: status }, ['path', 'refused', 'again']),
  look({ calls }, wanted) {
    const refusals = calls.filter((one) => isMeant(one, { ...wanted, status: wanted.refused }));
    const holds = refusals.some((refused) =>
      calls.slice(calls.indexOf(refused)).some((one) => one.status === wanted.again && isSame(one, refused)),
    );
    return {
      holds,
      wanted: `${named(wanted)} answered with ${wanted.refused}, and with ${wanted.again} when it was repeated`,
      seen:
        refusals.length === 0
          ? `no such call answered with ${wanted.refused}`
          : `answered with ${wanted.refused}, ${holds ? 'and' : 'not'} repeated with ${wanted.again}`,
    };
  },
});

const named = ({ method: verb, path: where, query: asked = {} }: Omit<WantedCall, 'status'>): string => {
  const search = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
  return [verb, search.length === 0 ? where : `${where}?${search.join('&')}`].filter(Boolean).join(' ');
};

const answered = (wanted: number | undefined): string =>
  wanted === undefined ? '' : wanted === 0 ? 'cut off' : `answered with ${wanted}`;

const isSame = (a: LessonCall, b: LessonCall): boolean =>
  a.method === b.method && a.path === b.path && a.search === b.search;

interface Meant extends Omit<WantedCall, 'status'> {
  readonly status?: number | undefined;
}

function isMeant(one: LessonCall, wanted: Meant): boolean {
  const sent = new URLSearchParams(one.search);
  return (
    (wanted.method === undefined || wanted.method === one.method) &&
    pathPattern(wanted.path).test(one.path) &&
    (wanted.status === undefined || wanted.status === one.status) &&
    (wanted.fault === undefined || wanted.fault === one.fault) &&
    Object.entries(wanted.query ?? {}).every(([name, value]) => sent.getAll(name).includes(value))
  );
}
