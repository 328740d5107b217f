import { objectMethods } from './methods/object.js';
import { stringMethods } from './methods/string.js';
import { writerMethods } from './methods/writer.js';
import { indexMethods, type Method, type MethodIndex } from './runtime/method-table.js';
import type { JavaClass } from './values/java-class.js';

/** All methods by the class they belong to; a class inherits those of its lineage. */
const instanceMethods: ReadonlyMap<string, MethodIndex> = indexTables([
  ['java.lang.Object', objectMethods],
  ['java.lang.String', stringMethods],
  ['java.io.PrintWriter', writerMethods],
]);

const staticMethods: ReadonlyMap<string, MethodIndex> = indexTables([]);
const constructors: ReadonlyMap<string, readonly Method[]> = new Map([]);

function indexTables(tables: readonly (readonly [string, readonly Method[]])[]): Map<string, MethodIndex> {
  return new Map(tables.map(([name, methods]) => [name, indexMethods(methods)]));
}

const none: readonly Method[] = [];
const found = new WeakMap<JavaClass, Map<string, readonly Method[]>>();

/** Methods of this name that a value of the class has, nearest class first. */
export function findMethods(javaClass: JavaClass, name: string): readonly Method[] {
  let byName = found.get(javaClass);
  if (byName === undefined) {
    byName = new Map();
    found.set(javaClass, byName);
  }
  let methods = byName.get(name);
  if (methods === undefined) {
    methods = javaClass.lineage.flatMap((one) => instanceMethods.get(tableName(one))?.get(name) ?? none);
    byName.set(name, methods);
  }
  return methods;
}

/** All arrays share one table, byte arrays have one more. */
function tableName(javaClass: JavaClass): string {
  if (javaClass.component === null) return javaClass.name;
  return 'array';
}

export function findStatics(javaClass: JavaClass, name: string): readonly Method[] {
  return javaClass.lineage.flatMap((one) => staticMethods.get(one.name)?.get(name) ?? none);
}

export function findConstructors(javaClass: JavaClass): readonly Method[] {
  return constructors.get(javaClass.name) ?? none;
}
