import { callClosure } from '../runtime/invoke.js';
import { iterate } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyClosure } from '../values/closure.js';
import { GroovyList } from '../values/collections.js';
import { classNamed } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyObject } from '../values/value.js';
import { prettyJson, toJson } from './json-output.js';
/** groovy.json.JsonBuilder with its content; its text is the JSON. */
export class JsonBuilder extends GroovyObject {
    content;
    #run;
    constructor(content, run) {
        super();
        this.content = content;
        this.#run = run;
    }
    get javaClass() {
        return classNamed('groovy.json.JsonBuilder');
    }
    text() {
        return toJson(this.#run, this.content);
    }
    /** `builder.person { … }` makes a map with one entry. */
    anyMethod(name, args, run) {
        const map = new GroovyMap();
        map.set(name, args.length === 0 ? new GroovyMap() : entryValue(run, args));
        this.content = map;
        return map;
    }
}
/** What the closure of a builder talks to: every call with a value is an entry. */
class JsonDelegate extends GroovyObject {
    content = new GroovyMap();
    get javaClass() {
        return classNamed('java.lang.Object');
    }
    anyMethod(name, args, run) {
        const value = entryValue(run, args);
        this.content.set(name, value);
        return value;
    }
}
/** One value, a closure to build from, or a list with a closure for each of its elements. */
function entryValue(run, args) {
    const [first = null, second] = args;
    if (args.length > 1 && second instanceof GroovyClosure) {
        return new GroovyList([...iterate(run, first)].map((item) => builtFrom(run, second, [item])));
    }
    if (args.length > 1)
        return new GroovyList([...args]);
    return first instanceof GroovyClosure ? builtFrom(run, first, []) : first;
}
function builtFrom(run, closure, args) {
    const delegate = new JsonDelegate();
    const count = closure.parameters.length;
    callClosure(run, closure.rehydrate(delegate, true), args.slice(0, count));
    return delegate.content;
}
/** The map a closure builds. */
export function jsonBuilderContent(run, closure) {
    return builtFrom(run, closure, []);
}
export const jsonBuilderConstructors = methodTable()({
    'new()': (_self, _args, run) => new JsonBuilder(null, run),
    'new(Object)': (_self, [content], run) => new JsonBuilder(content, run),
});
export const jsonBuilderMethods = methodTable()({
    'toString()': (self, _args, run) => run.text(self.text()),
    'toPrettyString()': (self, _args, run) => run.text(prettyJson(self.text())),
    'getContent()': (self) => self.content,
    'call(Map)': (self, [content]) => {
        self.content = content;
        return content;
    },
    'call(List)': (self, [content]) => {
        self.content = content;
        return content;
    },
    'call(Closure)': (self, [closure], run) => {
        self.content = jsonBuilderContent(run, closure);
        return self.content;
    },
});
