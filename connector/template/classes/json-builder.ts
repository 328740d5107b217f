import { callClosure } from '../runtime/invoke.js';
import { methodTable } from '../runtime/method-table.js';
import type { Run } from '../runtime/run.js';
import type { GroovyClosure } from '../values/closure.js';
import { classNamed, type JavaClass } from '../values/java-class.js';
import { GroovyMap } from '../values/map.js';
import { GroovyObject, type Value } from '../values/value.js';
import { prettyJson, toJson } from './json-output.js';

/** groovy.json.JsonBuilder with its content; its text is the JSON. */
export class JsonBuilder extends GroovyObject {
  content: Value;
  readonly #run: Run;
  constructor(content: Value, run: Run) {
    super();
    this.content = content;
    this.#run = run;
  }
  get javaClass(): JavaClass {
    return classNamed('groovy.json.JsonBuilder');
  }
  text(): string {
    return toJson(this.#run, this.content);
  }
}

/** What a closure builds: assignments and calls with one argument become entries of a map. */
export function jsonBuilderContent(run: Run, closure: GroovyClosure): GroovyMap {
  const map = new GroovyMap();
  callClosure(run, closure.rehydrate(map, true), [map]);
  return map;
}

export const jsonBuilderConstructors = methodTable<JavaClass>()({
  'new()': (_self, _args, run) => new JsonBuilder(null, run),
  'new(Object)': (_self, [content], run) => new JsonBuilder(content, run),
});

export const jsonBuilderMethods = methodTable<JsonBuilder>()({
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
