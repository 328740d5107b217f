import { GroovyList } from './values/collections.js';
import { GroovyDate, type ZoneSource } from './values/date.js';
import { GroovyMap } from './values/map.js';
import { GroovyDecimal, GroovyDouble } from './values/numbers.js';
import type { Value } from './values/value.js';
import { Variables } from './variables.js';

/** Values for templates, converted once; templates may change what is in it, as they may in Groovy. */
export class Bindings {
  readonly variables = new Variables();
  /** Dates are shown in the zone of the environment they are rendered in. */
  readonly zone: ZoneSource = { name: 'UTC' };

  /** Binds more plain values, each of which is converted when a template first names it. */
  bindLater(values: Readonly<Record<string, unknown>>): this {
    for (const [name, value] of Object.entries(values)) {
      this.variables.bindLater(name, () => toValue(value, this.zone));
    }
    return this;
  }
}

/**
 * Converts plain values to Groovy's. Whole numbers become Integer or Long, other numbers BigDecimal, objects maps in
 * their order, arrays lists. `{"$date": iso}` and a JS Date become a Date, `{"$long": n}` a Long,
 * `{"$decimal": "1.10"}` a BigDecimal with that scale. Throws TypeError for a value none of these can hold.
 */
export function createBindings(values: Readonly<Record<string, unknown>>): Bindings {
  const bindings = new Bindings();
  for (const [name, value] of Object.entries(values)) {
    bindings.variables.set(name, toValue(value, bindings.zone));
  }
  return bindings;
}

function toValue(value: unknown, zone: ZoneSource): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return toNumber(value);
  if (value instanceof Date) return new GroovyDate(value.getTime(), zone);
  if (Array.isArray(value)) return new GroovyList(value.map((item) => toValue(item, zone)));
  if (typeof value === 'object') return toObject(value, zone);
  throw new TypeError(`a ${typeof value} cannot be bound in a template`);
}

/** As a JSON reader types numbers: Integer, Long, BigDecimal. */
function toNumber(value: number): Value {
  if (Number.isInteger(value) && !Object.is(value, -0)) {
    if (Math.abs(value) <= 0x7fffffff || value === -0x80000000) return value;
    if (Math.abs(value) < 2 ** 63) return BigInt(value);
  }
  return GroovyDecimal.parse(String(value)) ?? new GroovyDouble(value);
}

function toObject(value: object, zone: ZoneSource): Value {
  const entries = Object.entries(value);
  const [first] = entries;
  const typed = first !== undefined && entries.length === 1 ? toTyped(first[0], first[1], zone) : undefined;
  if (typed !== undefined) return typed;
  const map = new GroovyMap();
  for (const [key, item] of entries) map.set(key, toValue(item, zone));
  return map;
}

function toTyped(key: string, value: unknown, zone: ZoneSource): Value | undefined {
  if (key === '$date' && typeof value === 'string') {
    const time = Date.parse(value);
    if (Number.isNaN(time)) throw new TypeError(`{"$date": "${value}"} is not an ISO 8601 moment`);
    return new GroovyDate(time, zone);
  }
  if (key === '$long' && (typeof value === 'number' || typeof value === 'string')) return BigInt(value);
  if (key === '$decimal' && typeof value === 'string') {
    const decimal = GroovyDecimal.parse(value);
    if (decimal === undefined) throw new TypeError(`{"$decimal": "${value}"} is not a decimal number`);
    return decimal;
  }
  return undefined;
}
