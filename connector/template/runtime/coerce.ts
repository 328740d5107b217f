import { GrailsJson } from '../classes/grails-json.js';
import { toJson } from '../classes/json-output.js';
import { charArray, trimmed } from '../methods/string.js';
import { parseDecimal, parseDouble, parseWhole } from '../methods/string-numbers.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyCollection, GroovyList, JavaArray } from '../values/collections.js';
import { GString } from '../values/gstring.js';
import { classNamed, type JavaClass } from '../values/java-class.js';
import { GroovyMap, GroovySet } from '../values/map.js';
import {
  GroovyBigInteger,
  GroovyChar,
  GroovyDouble,
  GroovyFloat,
  isNumber,
  SmallInteger,
} from '../values/numbers.js';
import { toText, writtenText } from '../values/text.js';
import type { Value } from '../values/value.js';
import { boxed, castTo, numberConversion } from './cast.js';
import { classOf } from './class-of.js';
import { raise } from './failure.js';
import { construct } from './invoke.js';
import { elementsOf } from './iterate.js';
import type { Run } from './run.js';
import { isTrue } from './truth.js';

const fromText: Readonly<Record<string, (text: string) => Value>> = {
  'java.lang.Integer': (text) => Number(parseWhole(trimmed(text), 32)),
  'java.lang.Long': (text) => parseWhole(trimmed(text), 64),
  'java.lang.Short': (text) => new SmallInteger(Number(parseWhole(trimmed(text), 16)), 'Short'),
  'java.lang.Byte': (text) => new SmallInteger(Number(parseWhole(trimmed(text), 8)), 'Byte'),
  'java.lang.Double': (text) => new GroovyDouble(parseDouble(text)),
  'java.lang.Float': (text) => new GroovyFloat(parseDouble(text)),
  'java.math.BigDecimal': (text) => parseDecimal(trimmed(text)),
  'java.math.BigInteger': (text) =>
    new GroovyBigInteger(
      /^[+-]?\d+$/.test(trimmed(text))
        ? BigInt(trimmed(text))
        : raise('NumberFormatException', `For input string: "${text}"`),
    ),
  'java.lang.Boolean': (text) => text !== '',
  'java.lang.Character': (text) =>
    text === ''
      ? raise('StringIndexOutOfBoundsException', 'index 0, length 0')
      : new GroovyChar(text.charCodeAt(0)),
  '[C': charArray,
  'java.util.List': (text) => new GroovyList(text.split('')),
  'java.util.Set': (text) => new GroovySet(text.split('')),
};

/** `value as Type`: reads numbers out of texts and turns collections into others. */
export function coerceTo(run: Run, value: Value, target: JavaClass): Value {
  if (value === null) return target.primitive ? castTo(run, value, target) : null;
  const javaClass = boxed(target);
  if (classOf(value).isA(javaClass)) return value;
  const text = typeof value === 'string' ? value : value instanceof GString ? writtenText(value) : null;
  if (text !== null) {
    const read = fromText[javaClass.name];
    if (read !== undefined) return read(text);
  }
  if (isNumber(value)) {
    const conversion = numberConversion(target);
    if (conversion !== undefined) return conversion(value);
  }
  if (javaClass.name === 'java.lang.Boolean') return isTrue(value);
  if (javaClass.name === 'java.lang.String') return run.text(toText(value));
  if (value instanceof GroovyClosure && target.isInterface) return value;
  return (
    coerceToJson(run, value, target) ?? coerceCollection(run, value, target) ?? castTo(run, value, target)
  );
}

/** Grails writes maps and collections as JSON. */
function coerceToJson(run: Run, value: Value, target: JavaClass): Value | undefined {
  if (target.name !== 'grails.converters.JSON') return undefined;
  if (!(value instanceof GroovyMap || value instanceof GroovyCollection || value instanceof JavaArray))
    return undefined;
  return new GrailsJson(run.text(toJson(run, value)));
}

const constructed = [
  'java.util.LinkedList',
  'java.util.Stack',
  'java.util.Vector',
  'java.util.ArrayList',
  'java.util.TreeSet',
  'java.util.HashSet',
  'java.util.LinkedHashSet',
];

function coerceCollection(run: Run, value: Value, target: JavaClass): Value | undefined {
  const several = value instanceof GroovyCollection || value instanceof JavaArray;
  if (several && target.component === null) {
    if (constructed.includes(target.name))
      return construct(run, target, [new GroovyList(elementsOf(run, value))]);
    if (target.name === 'java.util.Set') return new GroovySet(elementsOf(run, value));
    if (target.name === 'java.util.SortedSet') {
      return construct(run, classNamed('java.util.TreeSet'), [new GroovyList(elementsOf(run, value))]);
    }
  }
  const { component } = target;
  if (several && component !== null) {
    const items = elementsOf(run, value).map((item) => coerceTo(run, item, component));
    return new JavaArray(items, target);
  }
  const toMap = value instanceof GroovyMap && target.isA(classNamed('java.util.Map')) && !target.isInterface;
  return toMap ? construct(run, target, [value]) : undefined;
}
