import { GroovyObject } from './value.js';

/** A Java class as templates can see it: its name and what it can stand for. There is no way from it to code. */
export class JavaClass extends GroovyObject {
  readonly name: string;
  readonly parents: readonly JavaClass[];
  readonly isInterface: boolean;
  /** Element class, for arrays. */
  readonly component: JavaClass | null;
  readonly primitive: boolean;
  /** This class and all above it, nearest first. */
  readonly lineage: readonly JavaClass[];
  readonly #all: ReadonlySet<JavaClass>;

  constructor(
    name: string,
    parents: readonly JavaClass[],
    kind: 'class' | 'interface' | 'primitive' = 'class',
    component: JavaClass | null = null,
  ) {
    super();
    this.name = name;
    this.parents = parents;
    this.isInterface = kind === 'interface';
    this.primitive = kind === 'primitive';
    this.component = component;
    this.lineage = lineageOf(this, parents);
    this.#all = new Set(this.lineage);
  }

  get javaClass(): JavaClass {
    return classClass();
  }

  get simpleName(): string {
    if (this.component !== null) return `${this.component.simpleName}[]`;
    return this.name.slice(Math.max(this.name.lastIndexOf('.'), this.name.lastIndexOf('$')) + 1);
  }

  isA(other: JavaClass): boolean {
    return this.#all.has(other);
  }
}

/** Nearest first, breadth first, java.lang.Object last. */
function lineageOf(self: JavaClass, parents: readonly JavaClass[]): JavaClass[] {
  const found = new Set<JavaClass>([self]);
  let level = [...parents];
  while (level.length > 0) {
    const next: JavaClass[] = [];
    for (const parent of level) {
      found.add(parent);
      next.push(...parent.parents);
    }
    level = next;
  }
  const object = [...found].find((one) => one.name === 'java.lang.Object' && one !== self);
  if (object !== undefined) {
    found.delete(object);
    found.add(object);
  }
  return [...found];
}

let theClassClass: JavaClass | undefined;
function classClass(): JavaClass {
  theClassClass ??= classNamed('java.lang.Class');
  return theClassClass;
}

const declared = new Map<string, JavaClass>();

/** A class that was declared; asking for another is a programming error. */
export function classNamed(name: string): JavaClass {
  const found = declared.get(name);
  if (found === undefined) throw new Error(`no Java class ${name} is declared`);
  return found;
}

export function findClass(name: string): JavaClass | undefined {
  return declared.get(name);
}

function declare(kind: 'class' | 'interface' | 'primitive', lines: string): void {
  for (const line of lines.trim().split('\n')) {
    const [name = '', parents = ''] = line.trim().split(/\s*:\s*/);
    const above = parents.split(/,\s*/).filter((parent) => parent !== '');
    const object =
      kind === 'class' && above.length === 0 && name !== 'java.lang.Object' ? ['java.lang.Object'] : [];
    declared.set(name, new JavaClass(name, [...object, ...above].map(classNamed), kind));
  }
}

declare('class', 'java.lang.Object');
declare(
  'interface',
  `java.lang.Comparable
   java.lang.CharSequence
   java.lang.Iterable
   java.lang.Runnable
   java.lang.Cloneable
   java.io.Serializable
   java.util.Iterator
   java.util.Comparator
   java.util.concurrent.Callable
   java.util.Collection : java.lang.Iterable
   java.util.List : java.util.Collection
   java.util.Set : java.util.Collection
   java.util.SortedSet : java.util.Set
   java.util.Queue : java.util.Collection
   java.util.Deque : java.util.Queue
   java.util.Map
   java.util.SortedMap : java.util.Map
   java.util.Map$Entry
   groovy.lang.Range : java.util.List
   groovy.lang.Writable
   java.util.regex.MatchResult
   java.lang.Appendable
   groovy.lang.GroovyObject`,
);
declare(
  'primitive',
  `int
   long
   double
   float
   boolean
   char
   byte
   short
   void`,
);
declare(
  'class',
  `java.lang.Class
   java.lang.Number
   java.lang.Integer : java.lang.Number, java.lang.Comparable
   java.lang.Long : java.lang.Number, java.lang.Comparable
   java.lang.Short : java.lang.Number, java.lang.Comparable
   java.lang.Byte : java.lang.Number, java.lang.Comparable
   java.lang.Double : java.lang.Number, java.lang.Comparable
   java.lang.Float : java.lang.Number, java.lang.Comparable
   java.math.BigDecimal : java.lang.Number, java.lang.Comparable
   java.math.BigInteger : java.lang.Number, java.lang.Comparable
   java.lang.Boolean : java.lang.Object, java.lang.Comparable
   java.lang.Character : java.lang.Object, java.lang.Comparable
   java.lang.String : java.lang.Object, java.lang.CharSequence, java.lang.Comparable
   java.lang.StringBuilder : java.lang.Object, java.lang.CharSequence, java.lang.Appendable
   java.lang.StringBuffer : java.lang.Object, java.lang.CharSequence, java.lang.Appendable
   java.io.Writer : java.lang.Object, java.lang.Appendable
   java.io.StringWriter : java.io.Writer
   java.io.PrintWriter : java.io.Writer
   groovy.lang.GString : java.lang.Object, java.lang.CharSequence, java.lang.Comparable
   org.codehaus.groovy.runtime.GStringImpl : groovy.lang.GString
   org.codehaus.groovy.runtime.NullObject
   groovy.lang.Closure : java.lang.Object, java.lang.Runnable, java.lang.Cloneable
   org.codehaus.groovy.runtime.MethodClosure : groovy.lang.Closure
   groovy.lang.Script
   groovy.lang.Binding
   java.util.AbstractCollection : java.lang.Object, java.util.Collection
   java.util.AbstractList : java.util.AbstractCollection, java.util.List
   java.util.ArrayList : java.util.AbstractList
   java.util.LinkedList : java.util.AbstractList, java.util.Deque
   java.util.Vector : java.util.AbstractList
   java.util.Stack : java.util.Vector
   java.util.Arrays$ArrayList : java.util.AbstractList
   java.util.Collections$UnmodifiableCollection : java.lang.Object, java.util.Collection
   java.util.Collections$UnmodifiableList : java.util.Collections$UnmodifiableCollection, java.util.List
   java.util.Collections$UnmodifiableRandomAccessList : java.util.Collections$UnmodifiableList
   java.util.Collections$EmptyList : java.util.AbstractList
   java.util.Collections$SingletonList : java.util.AbstractList
   java.util.HashMap$Values : java.util.AbstractCollection
   java.util.LinkedHashMap$LinkedValues : java.util.AbstractCollection
   groovy.lang.IntRange : java.util.AbstractList, groovy.lang.Range
   groovy.lang.ObjectRange : java.util.AbstractList, groovy.lang.Range
   groovy.lang.EmptyRange : java.util.AbstractList, groovy.lang.Range
   java.util.AbstractSet : java.util.AbstractCollection, java.util.Set
   java.util.HashSet : java.util.AbstractSet
   java.util.LinkedHashSet : java.util.HashSet
   java.util.TreeSet : java.util.AbstractSet, java.util.SortedSet
   java.util.HashMap$KeySet : java.util.AbstractSet
   java.util.HashMap$EntrySet : java.util.AbstractSet
   java.util.LinkedHashMap$LinkedKeySet : java.util.AbstractSet
   java.util.LinkedHashMap$LinkedEntrySet : java.util.AbstractSet
   java.util.AbstractMap : java.lang.Object, java.util.Map
   java.util.HashMap : java.util.AbstractMap
   java.util.LinkedHashMap : java.util.HashMap
   java.util.TreeMap : java.util.AbstractMap, java.util.SortedMap
   java.util.Hashtable : java.lang.Object, java.util.Map
   java.util.Properties : java.util.Hashtable
   java.util.concurrent.ConcurrentHashMap : java.util.AbstractMap
   java.util.Collections$UnmodifiableMap : java.lang.Object, java.util.Map
   java.util.HashMap$Node : java.lang.Object, java.util.Map$Entry
   java.util.LinkedHashMap$Entry : java.util.HashMap$Node
   java.util.AbstractMap$SimpleEntry : java.lang.Object, java.util.Map$Entry
   java.util.ArrayList$Itr : java.lang.Object, java.util.Iterator
   java.util.Date : java.lang.Object, java.lang.Comparable
   java.util.Calendar : java.lang.Object, java.lang.Comparable
   java.util.GregorianCalendar : java.util.Calendar
   java.util.TimeZone
   java.util.Locale
   java.text.Format
   java.text.DateFormat : java.text.Format
   java.text.SimpleDateFormat : java.text.DateFormat
   java.text.NumberFormat : java.text.Format
   java.text.DecimalFormat : java.text.NumberFormat
   java.util.Random
   java.util.UUID : java.lang.Object, java.lang.Comparable
   java.util.regex.Pattern
   java.util.regex.Matcher : java.lang.Object, java.util.regex.MatchResult
   java.util.Arrays
   java.util.Collections
   java.util.Objects
   java.lang.Math
   java.lang.System
   java.math.RoundingMode : java.lang.Object, java.lang.Comparable
   java.math.MathContext
   java.util.concurrent.TimeUnit : java.lang.Object, java.lang.Comparable
   java.net.URLEncoder
   java.net.URLDecoder
   java.util.Base64
   java.util.Base64$Encoder
   java.util.Base64$Decoder
   java.nio.charset.Charset
   java.nio.charset.StandardCharsets
   groovy.json.JsonOutput
   groovy.json.StringEscapeUtils
   org.apache.commons.lang.StringEscapeUtils
   org.apache.commons.lang3.StringEscapeUtils
   org.apache.commons.text.StringEscapeUtils
   grails.converters.JSON
   groovy.json.JsonSlurper
   groovy.json.JsonSlurperClassic
   groovy.json.JsonBuilder : java.lang.Object, groovy.lang.Writable
   com.fasterxml.jackson.databind.ObjectMapper
   org.codehaus.groovy.runtime.EncodingGroovyMethods$1 : java.lang.Object, groovy.lang.Writable
   org.codehaus.groovy.runtime.EncodingGroovyMethods$3 : java.lang.Object, groovy.lang.Writable
   java.lang.StackTraceElement
   java.lang.Throwable`,
);
declare(
  'class',
  `java.lang.Exception : java.lang.Throwable
   java.lang.Error : java.lang.Throwable
   java.lang.AssertionError : java.lang.Error
   java.lang.StackOverflowError : java.lang.Error
   org.codehaus.groovy.runtime.powerassert.PowerAssertionError : java.lang.AssertionError
   java.lang.CloneNotSupportedException : java.lang.Exception
   java.lang.RuntimeException : java.lang.Exception
   java.text.ParseException : java.lang.Exception
   java.io.IOException : java.lang.Exception
   java.io.UnsupportedEncodingException : java.io.IOException
   java.net.URISyntaxException : java.lang.Exception
   com.fasterxml.jackson.core.JsonProcessingException : java.io.IOException
   com.fasterxml.jackson.core.JsonParseException : com.fasterxml.jackson.core.JsonProcessingException
   com.fasterxml.jackson.core.io.JsonEOFException : com.fasterxml.jackson.core.JsonParseException
   com.fasterxml.jackson.databind.exc.MismatchedInputException : com.fasterxml.jackson.core.JsonProcessingException
   java.lang.NullPointerException : java.lang.RuntimeException
   java.lang.ClassCastException : java.lang.RuntimeException
   java.lang.ArithmeticException : java.lang.RuntimeException
   java.lang.IllegalStateException : java.lang.RuntimeException
   java.lang.IllegalArgumentException : java.lang.RuntimeException
   java.lang.NumberFormatException : java.lang.IllegalArgumentException
   java.util.IllegalFormatException : java.lang.IllegalArgumentException
   java.util.UnknownFormatConversionException : java.util.IllegalFormatException
   java.util.MissingFormatArgumentException : java.util.IllegalFormatException
   java.util.IllegalFormatConversionException : java.util.IllegalFormatException
   java.util.IllegalFormatPrecisionException : java.util.IllegalFormatException
   java.util.MissingFormatWidthException : java.util.IllegalFormatException
   java.util.FormatFlagsConversionMismatchException : java.util.IllegalFormatException
   java.util.regex.PatternSyntaxException : java.lang.IllegalArgumentException
   java.lang.UnsupportedOperationException : java.lang.RuntimeException
   java.lang.SecurityException : java.lang.RuntimeException
   java.lang.NegativeArraySizeException : java.lang.RuntimeException
   java.lang.ArrayStoreException : java.lang.RuntimeException
   java.lang.IndexOutOfBoundsException : java.lang.RuntimeException
   java.lang.ArrayIndexOutOfBoundsException : java.lang.IndexOutOfBoundsException
   java.lang.StringIndexOutOfBoundsException : java.lang.IndexOutOfBoundsException
   java.util.NoSuchElementException : java.lang.RuntimeException
   java.util.ConcurrentModificationException : java.lang.RuntimeException
   java.util.EmptyStackException : java.lang.RuntimeException
   groovy.lang.GroovyRuntimeException : java.lang.RuntimeException
   groovy.lang.MissingPropertyException : groovy.lang.GroovyRuntimeException
   groovy.lang.MissingFieldException : groovy.lang.GroovyRuntimeException
   groovy.lang.MissingMethodException : groovy.lang.GroovyRuntimeException
   groovy.lang.ReadOnlyPropertyException : groovy.lang.MissingPropertyException
   groovy.lang.StringIndexOutOfBounds : groovy.lang.GroovyRuntimeException
   groovy.json.JsonException : groovy.lang.GroovyRuntimeException
   org.codehaus.groovy.runtime.typehandling.GroovyCastException : java.lang.ClassCastException
   org.codehaus.groovy.runtime.metaclass.MethodSelectionException : groovy.lang.GroovyRuntimeException
   org.codehaus.groovy.runtime.metaclass.MissingMethodExecutionFailed : groovy.lang.MissingMethodException`,
);

const arrays = new Map<JavaClass, JavaClass>();
const arrayCodes: Readonly<Record<string, string>> = {
  int: 'I',
  long: 'J',
  double: 'D',
  float: 'F',
  boolean: 'Z',
  char: 'C',
  byte: 'B',
  short: 'S',
};

/** `String[]` for String; the name is the one Java gives (`[Ljava.lang.String;`, `[B`). */
export function arrayClassOf(component: JavaClass): JavaClass {
  let found = arrays.get(component);
  if (found === undefined) {
    const code = arrayCodes[component.name] ?? (component.component ? component.name : `L${component.name};`);
    const object = classNamed('java.lang.Object');
    const ofObjects = !component.primitive && component !== object;
    const parents = ofObjects ? [arrayClassOf(object), object] : [object];
    found = new JavaClass(`[${code}`, parents, 'class', component);
    arrays.set(component, found);
  }
  return found;
}
