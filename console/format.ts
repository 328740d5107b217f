const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A moment as `2026-01-05 08:00:00`, in UTC, as the tenant's answers have it. */
export function moment(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('T', ' ').slice(0, 19);
}

/** The time of day as `08:00:00.123`, in UTC. */
export function timeOfDay(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(11, 23);
}

/** A span in its two largest units: `59 min 40 s`, `2 h`, `12 ms`. */
export function span(ms: number): string {
  const size = Math.abs(ms);
  if (size < SECOND) return `${Math.round(size)} ms`;
  if (size < MINUTE) return `${trimmed(size / SECOND)} s`;
  if (size < HOUR) return two(size, MINUTE, 'min', SECOND, 's');
  if (size < DAY) return two(size, HOUR, 'h', MINUTE, 'min');
  return two(size, DAY, 'd', HOUR, 'h');
}

function two(size: number, large: number, largeName: string, small: number, smallName: string): string {
  const whole = Math.floor(size / large);
  const rest = Math.floor((size - whole * large) / small);
  return rest === 0 ? `${whole} ${largeName}` : `${whole} ${largeName} ${rest} ${smallName}`;
}

const trimmed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

/** `1 call`, `2 calls`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** JSON as lines that a person can read; other texts as they are. */
export function prettyBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** How an answer turned out: `0` is a connection that was cut. */
export function kindOfStatus(status: number): 'good' | 'refused' | 'bad' {
  if (status >= 200 && status < 400) return 'good';
  return status === 401 || status === 429 ? 'refused' : 'bad';
}
