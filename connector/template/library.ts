import {
  classMethods,
  objectConstructors,
  throwableConstructors,
  throwableMethods,
} from './classes/class-methods.js';
import * as collections from './classes/collection-classes.js';
import * as dates from './classes/date-classes.js';
import { enumMethods, enumStatics, timeUnitMethods } from './classes/enumerations.js';
import { jsonBuilderConstructors, jsonBuilderMethods } from './classes/json-builder.js';
import { jsonOutputStatics } from './classes/json-output.js';
import { jsonSlurperConstructors, jsonSlurperMethods } from './classes/json-slurper.js';
import { mathStatics, systemStatics } from './classes/math.js';
import * as numbers from './classes/number-classes.js';
import { objectMapperConstructors, objectMapperMethods } from './classes/object-mapper.js';
import { randomConstructors, randomMethods, uuidMethods, uuidStatics } from './classes/random-classes.js';
import { escapeJavaStatics, escapeJsonStatics } from './classes/string-escape-utils.js';
import * as texts from './classes/text-classes.js';
import { arrayMethods, encodedStringMethods } from './methods/array.js';
import { bindingMethods } from './methods/binding.js';
import { calendarMethods, timeZoneMethods } from './methods/calendar.js';
import { closureMethods } from './methods/closure.js';
import { collectionMethods, elementMethods, sequenceMethods } from './methods/collection.js';
import { dateMethods } from './methods/date.js';
import { gstringMethods } from './methods/gstring.js';
import { linkedListMethods, listMethods, rangeMethods } from './methods/list.js';
import { entryMethods, mapMethods } from './methods/map.js';
import { nullMethods } from './methods/null.js';
import * as numeric from './methods/number.js';
import { objectMethods } from './methods/object.js';
import { setMethods } from './methods/set.js';
import { stringMethods } from './methods/string.js';
import { stringNumberMethods } from './methods/string-numbers.js';
import { stringRegexMethods } from './methods/string-regex.js';
import * as textObjects from './methods/text-objects.js';
import { writerMethods } from './methods/writer.js';
import { indexMethods, type Method, type MethodIndex } from './runtime/method-table.js';
import { findClass, type JavaClass } from './values/java-class.js';
import { writtenText } from './values/text.js';

type Tables = Readonly<Record<string, readonly Method[]>>;

const texted: readonly Method[] = [
  ...stringMethods,
  ...stringNumberMethods,
  ...stringRegexMethods,
  ...encodedStringMethods,
];

/** A GString answers to every method of its text. */
const ofText: readonly Method[] = texted
  .filter(({ name }) => name !== 'equals')
  .map((method) => ({
    ...method,
    invoke: (self, args, run) => method.invoke(writtenText(self), args, run),
  }));

/** Methods of collections that Groovy 2.4 does not give to arrays. */
const lackedByArrays = new Set(
  'toSet withIndex indexed collate disjoint intersect combinations permutations subsequences collectNested'.split(
    ' ',
  ),
);

/** Methods by the class they belong to; a class inherits those of its lineage. */
const instanceMethods: Tables = {
  'java.lang.Object': objectMethods,
  'org.codehaus.groovy.runtime.NullObject': nullMethods,
  'java.lang.Class': classMethods,
  'java.lang.Throwable': throwableMethods,
  'java.lang.String': texted,
  'groovy.lang.GString': [...gstringMethods, ...ofText],
  'java.lang.Number': numeric.numberMethods,
  'java.lang.Integer': numeric.wholeMethods,
  'java.lang.Long': numeric.wholeMethods,
  'java.lang.Double': numeric.floatingMethods,
  'java.lang.Float': numeric.floatingMethods,
  'java.math.BigDecimal': numeric.decimalMethods,
  'java.math.BigInteger': numeric.bigIntegerMethods,
  'java.lang.Character': numeric.characterMethods,
  'java.lang.Boolean': numeric.booleanMethods,
  'java.util.Collection': [...collectionMethods, ...sequenceMethods, ...elementMethods],
  'java.util.List': listMethods,
  'java.util.LinkedList': linkedListMethods,
  'groovy.lang.Range': rangeMethods,
  'java.util.Set': setMethods,
  'java.util.Map': [...mapMethods, ...elementMethods],
  'java.util.Map$Entry': entryMethods,
  'java.util.Iterator': textObjects.iteratorMethods,
  array: [
    ...arrayMethods,
    ...sequenceMethods.filter(({ name }) => !lackedByArrays.has(name)),
    ...elementMethods,
  ],
  'groovy.lang.Closure': closureMethods,
  'java.util.Date': dateMethods,
  'java.util.Calendar': calendarMethods,
  'java.util.TimeZone': timeZoneMethods,
  'java.text.SimpleDateFormat': dates.dateFormatMethods,
  'java.lang.StringBuilder': textObjects.stringBuilderMethods,
  'java.lang.StringBuffer': textObjects.stringBuilderMethods,
  'java.io.StringWriter': textObjects.stringBuilderMethods,
  'java.io.PrintWriter': writerMethods,
  'groovy.lang.Binding': bindingMethods,
  'groovy.lang.Writable': textObjects.writableMethods,
  'java.util.regex.Pattern': textObjects.patternMethods,
  'java.util.regex.Matcher': textObjects.matcherMethods,
  'java.util.Random': randomMethods,
  'java.util.UUID': uuidMethods,
  'java.math.RoundingMode': enumMethods,
  'java.util.concurrent.TimeUnit': [...enumMethods, ...timeUnitMethods],
  'java.util.Base64$Encoder': texts.base64EncoderMethods,
  'java.util.Base64$Decoder': texts.base64DecoderMethods,
  'groovy.json.JsonSlurper': jsonSlurperMethods,
  'groovy.json.JsonSlurperClassic': jsonSlurperMethods,
  'groovy.json.JsonBuilder': jsonBuilderMethods,
  'com.fasterxml.jackson.databind.ObjectMapper': objectMapperMethods,
};

const staticMethods: Tables = {
  'java.lang.Integer': numbers.integerStatics,
  'java.lang.Long': numbers.longStatics,
  'java.lang.Double': numbers.doubleStatics,
  'java.lang.Float': numbers.floatStatics,
  'java.lang.Boolean': numbers.booleanStatics,
  'java.lang.Character': numbers.characterStatics,
  'java.math.BigDecimal': numbers.decimalStatics,
  'java.math.BigInteger': numbers.bigIntegerStatics,
  'java.lang.Math': mathStatics,
  'java.lang.System': systemStatics,
  'java.lang.String': texts.stringStatics,
  'java.net.URLEncoder': texts.urlEncoderStatics,
  'java.net.URLDecoder': texts.urlDecoderStatics,
  'java.util.Base64': texts.base64Statics,
  'java.util.regex.Pattern': texts.patternStatics,
  'java.util.regex.Matcher': texts.matcherStatics,
  'java.util.Date': dates.dateStatics,
  'java.util.Calendar': dates.calendarStatics,
  'java.util.TimeZone': dates.timeZoneStatics,
  'java.util.Arrays': collections.arraysStatics,
  'java.util.Collections': collections.collectionsStatics,
  'java.util.Objects': collections.objectsStatics,
  'java.util.UUID': uuidStatics,
  'java.math.RoundingMode': enumStatics,
  'java.util.concurrent.TimeUnit': enumStatics,
  'groovy.json.JsonOutput': jsonOutputStatics,
  'groovy.json.StringEscapeUtils': escapeJavaStatics,
  'org.apache.commons.lang.StringEscapeUtils': escapeJavaStatics,
  'org.apache.commons.lang3.StringEscapeUtils': [...escapeJavaStatics, ...escapeJsonStatics],
  'org.apache.commons.text.StringEscapeUtils': [...escapeJavaStatics, ...escapeJsonStatics],
};

const constructors: Tables = {
  'java.lang.String': texts.stringConstructors,
  'java.lang.Integer': numbers.integerConstructors,
  'java.lang.Long': numbers.longConstructors,
  'java.lang.Double': numbers.doubleConstructors,
  'java.lang.Boolean': numbers.booleanConstructors,
  'java.lang.Character': numbers.characterConstructors,
  'java.lang.Object': objectConstructors,
  'java.math.BigDecimal': numbers.decimalConstructors,
  'java.math.BigInteger': numbers.bigIntegerConstructors,
  'java.lang.StringBuilder': texts.stringBuilderConstructors,
  'java.lang.StringBuffer': texts.stringBuilderConstructors,
  'java.io.StringWriter': texts.stringBuilderConstructors,
  'java.util.ArrayList': collections.listConstructors,
  'java.util.LinkedList': collections.listConstructors,
  'java.util.Vector': collections.listConstructors,
  'java.util.Stack': collections.listConstructors,
  'java.util.HashMap': collections.mapConstructors,
  'java.util.LinkedHashMap': collections.mapConstructors,
  'java.util.TreeMap': collections.mapConstructors,
  'java.util.Hashtable': collections.mapConstructors,
  'java.util.Properties': collections.mapConstructors,
  'java.util.concurrent.ConcurrentHashMap': collections.mapConstructors,
  'java.util.HashSet': collections.setConstructors,
  'java.util.LinkedHashSet': collections.setConstructors,
  'java.util.TreeSet': collections.setConstructors,
  'java.util.AbstractMap$SimpleEntry': collections.entryConstructors,
  'java.util.Date': dates.dateConstructors,
  'java.util.GregorianCalendar': dates.calendarConstructors,
  'java.text.SimpleDateFormat': dates.dateFormatConstructors,
  'java.util.Random': randomConstructors,
  'groovy.json.JsonSlurper': jsonSlurperConstructors,
  'groovy.json.JsonSlurperClassic': jsonSlurperConstructors,
  'groovy.json.JsonBuilder': jsonBuilderConstructors,
  'com.fasterxml.jackson.databind.ObjectMapper': objectMapperConstructors,
};

function indexTables(tables: Tables): ReadonlyMap<string, MethodIndex> {
  return new Map(Object.entries(tables).map(([name, methods]) => [name, indexMethods(methods)]));
}

const instanceIndex = indexTables(instanceMethods);
const staticIndex = indexTables(staticMethods);
const constructorTables = new Map(Object.entries(constructors));
const none: readonly Method[] = [];

/** Remembers what was found for a class and a name. */
function remember(find: (javaClass: JavaClass, name: string) => readonly Method[]): typeof find {
  const known = new WeakMap<JavaClass, Map<string, readonly Method[]>>();
  return (javaClass, name) => {
    let byName = known.get(javaClass);
    if (byName === undefined) {
      byName = new Map();
      known.set(javaClass, byName);
    }
    let methods = byName.get(name);
    if (methods === undefined) {
      methods = find(javaClass, name);
      byName.set(name, methods);
    }
    return methods;
  };
}

/** Methods of this name that a value of the class has, nearest class first; statics last, as Java lets them be called. */
export const findMethods = remember((javaClass, name) => [
  ...javaClass.lineage.flatMap(
    (one) => instanceIndex.get(one.component === null ? one.name : 'array')?.get(name) ?? none,
  ),
  ...(staticIndex.get(javaClass.name)?.get(name) ?? none),
]);

export const findStatics = remember((javaClass, name) =>
  javaClass.lineage.flatMap((one) => staticIndex.get(one.name)?.get(name) ?? none),
);

export function findConstructors(javaClass: JavaClass): readonly Method[] {
  const own = constructorTables.get(javaClass.name);
  if (own !== undefined) return own;
  const throwable = findClass('java.lang.Throwable');
  return throwable !== undefined && javaClass.isA(throwable) ? throwableConstructors : none;
}
