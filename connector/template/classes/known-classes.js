import { classNamed, findClass, JavaClass } from '../values/java-class.js';
import { enumConstant } from './enumerations.js';
import { staticFields } from './static-fields.js';
/** Packages whose classes need no import, in Groovy's order. */
const defaultImports = [
    'java.lang.',
    'java.util.',
    'java.io.',
    'java.net.',
    'groovy.lang.',
    'groovy.util.',
];
/** Classes that exist in Java and Groovy but stay out of reach: files, processes, network, reflection, evaluation. */
const outOfReach = [
    ...names('java.lang', 'Runtime Process ProcessBuilder Thread ThreadGroup ThreadLocal ClassLoader Compiler Module'),
    ...names('java.lang', 'SecurityManager InheritableThreadLocal Package StackWalker Void ModuleLayer Record'),
    ...names('java.lang.reflect', 'Method Field Constructor Array Proxy Modifier'),
    ...names('java.io', 'File FileReader FileWriter FileInputStream FileOutputStream InputStream OutputStream Reader'),
    ...names('java.io', 'BufferedReader BufferedWriter InputStreamReader OutputStreamWriter PrintStream StringReader'),
    ...names('java.io', 'ByteArrayInputStream ByteArrayOutputStream ObjectInputStream ObjectOutputStream RandomAccessFile'),
    ...names('java.net', 'URL URI URLConnection HttpURLConnection Socket ServerSocket InetAddress URLClassLoader'),
    ...names('java.net', 'DatagramSocket InetSocketAddress Proxy'),
    ...names('java.nio.file', 'Files Paths Path FileSystems'),
    ...names('groovy.lang', 'GroovyClassLoader GroovyShell MetaClass MetaClassImpl ExpandoMetaClass GroovySystem'),
    ...names('groovy.lang', 'GroovyCodeSource DelegatingMetaClass ProxyMetaClass Grab Grapes MetaMethod'),
    ...names('groovy.util', 'Eval GroovyScriptEngine AntBuilder XmlSlurper XmlParser Node NodeBuilder ConfigSlurper'),
    ...names('groovy.util', 'Expando ObservableList ObservableMap ProxyGenerator GroovyCollections'),
    ...names('groovy.sql', 'Sql'),
    ...names('groovy.text', 'SimpleTemplateEngine GStringTemplateEngine XmlTemplateEngine'),
    ...names('java.util', 'Scanner Timer TimerTask ServiceLoader ResourceBundle Observable Currency StringJoiner'),
    ...names('java.util', 'StringTokenizer Formatter BitSet Optional EnumMap WeakHashMap IdentityHashMap PriorityQueue'),
    ...names('java.util', 'ArrayDeque Spliterators Dictionary ListIterator Enumeration'),
    ...names('java.util.concurrent', 'Executors ForkJoinPool CompletableFuture ThreadPoolExecutor'),
    ...names('java.security', 'MessageDigest SecureRandom KeyStore AccessController'),
    ...names('javax.script', 'ScriptEngineManager'),
    ...names('javax.crypto', 'Mac Cipher'),
    ...names('javax.naming', 'InitialContext'),
];
function names(prefix, list) {
    return list.split(' ').map((name) => `${prefix}.${name}`);
}
const refusedClasses = new Map(outOfReach.map((name) => [name, new JavaClass(name, [classNamed('java.lang.Object')])]));
const refusedSet = new Set(refusedClasses.values());
/** The class a name in a template stands for; undefined when Groovy would not find one either. */
export function resolveClass(name) {
    const direct = findClass(name) ?? refusedClasses.get(name);
    if (direct !== undefined)
        return direct;
    if (name === 'BigDecimal' || name === 'BigInteger')
        return findClass(`java.math.${name}`);
    if (name.includes('.'))
        return findClass(innerName(name));
    for (const prefix of defaultImports) {
        const found = findClass(prefix + name) ?? refusedClasses.get(prefix + name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** `Map.Entry` and `java.util.Map.Entry` are written with `$` inside Java. */
function innerName(name) {
    const cut = name.lastIndexOf('.');
    const inner = `${name.slice(0, cut)}$${name.slice(cut + 1)}`;
    return inner.includes('.') ? inner : `java.util.${inner}`;
}
export function isRefusedClass(javaClass) {
    return refusedSet.has(javaClass);
}
/** A constant such as `Integer.MAX_VALUE`. */
export function staticField(run, javaClass, name) {
    return staticFields.get(javaClass.name)?.get(name)?.(run) ?? enumConstant(javaClass, name);
}
