import { raise } from '../runtime/failure.js';
import { callClosure } from '../runtime/invoke.js';
import { groupsOf, matchesOf } from '../runtime/matches.js';
import { methodTable } from '../runtime/method-table.js';
import { replaceText, splitText } from '../runtime/replace.js';
import { normalIndex } from '../runtime/slice.js';
import { isTrue } from '../runtime/truth.js';
import { GroovyIterator, GroovyList } from '../values/collections.js';
import { GroovyMatcher } from '../values/matcher.js';
import { javaText, toText } from '../values/text.js';
import { slice, stringArray, substring } from './string.js';
function grow(builder, content) {
    builder.content = content;
    return builder;
}
export const stringBuilderMethods = methodTable()({
    'append(Object)': (self, [value], run) => grow(self, run.text(self.content + javaText(value))),
    'leftShift(Object)': (self, [value], run) => grow(self, run.text(self.content + toText(value))),
    'insert(int, Object)': (self, [at, value]) => grow(self, substring(self.content, 0, at) + javaText(value) + self.content.slice(at)),
    'reverse()': (self) => grow(self, [...self.content].reverse().join('')),
    'length()': (self) => self.content.length,
    'size()': (self) => self.content.length,
    'toString()': (self) => self.content,
    'deleteCharAt(int)': (self, [at]) => grow(self, substring(self.content, 0, at) + self.content.slice(at + 1)),
    'delete(int, int)': (self, [from, to]) => grow(self, substring(self.content, 0, from) + self.content.slice(to)),
    'replace(int, int, String)': (self, [from, to, text]) => grow(self, substring(self.content, 0, from) + text + self.content.slice(to)),
    'charAt(int)': (self, [at]) => slice(self.content, at),
    'getAt(int)': (self, [at]) => slice(self.content, at),
    'substring(int)': (self, [from]) => substring(self.content, from, self.content.length),
    'substring(int, int)': (self, [from, to]) => substring(self.content, from, to),
    'indexOf(String)': (self, [part]) => self.content.indexOf(part),
    'contains(CharSequence)': (self, [part]) => self.content.includes(part),
    'plus(Object)': (self, [other], run) => run.text(self.content + toText(other)),
    'write(String)': (self, [text], run) => {
        grow(self, run.text(self.content + text));
        return null;
    },
    'isEmpty()': (self) => self.content === '',
});
export const patternMethods = methodTable()({
    'matcher(CharSequence)': (self, [text]) => new GroovyMatcher(self, text),
    'pattern()': (self) => self.source,
    'flags()': (self) => self.flags,
    'split(CharSequence)': (self, [text], run) => stringArray(run, splitText(run, text, self)),
    'isCase(Object)': (self, [value]) => value !== null && self.program.matches(toText(value)),
});
function needMatch(matcher) {
    if (matcher.matched !== true)
        raise('IllegalStateException', 'No match found');
}
function nthMatch(index, matches) {
    const at = normalIndex(index, matches.length);
    if (at < matches.length)
        return matches[at] ?? null;
    return raise('IndexOutOfBoundsException', `index is out of range ${0 - matches.length}..${matches.length - 1} (index = ${index})`);
}
export const matcherMethods = methodTable()({
    'matches()': (self) => {
        self.matched = self.engine.matches();
        return self.matched;
    },
    'find()': (self) => self.find(),
    'lookingAt()': (self) => {
        self.matched = self.engine.lookingAt();
        return self.matched;
    },
    'group()': (self) => {
        needMatch(self);
        return self.engine.group();
    },
    'group(int)': (self, [index]) => {
        needMatch(self);
        if (index < 0 || index > self.engine.groupCount())
            raise('IndexOutOfBoundsException', `No group ${index}`);
        return self.engine.group(index);
    },
    'group(String)': (self, [name]) => {
        needMatch(self);
        return self.engine.group(name);
    },
    'groupCount()': (self) => self.engine.groupCount(),
    'hasGroup()': (self) => self.engine.groupCount() > 0,
    'start()': (self) => {
        needMatch(self);
        return self.engine.start();
    },
    'end()': (self) => {
        needMatch(self);
        return self.engine.end();
    },
    'start(int)': (self, [index]) => self.engine.start(index),
    'end(int)': (self, [index]) => self.engine.end(index),
    'reset()': (self) => {
        self.engine.reset();
        self.matched = null;
        return self;
    },
    'replaceAll(String)': (self, [by], run) => replaceText(run, self.input, self.pattern, by),
    'replaceFirst(String)': (self, [by], run) => replaceText(run, self.input, self.pattern, by, true),
    'getCount()': (self, _args, run) => [...matchesOf(run, self)].length,
    'size()': (self, _args, run) => BigInt([...matchesOf(run, self)].length),
    'getAt(int)': (self, [index], run) => nthMatch(index, [...matchesOf(run, self)]),
    'getAt(List)': (self, [indexes], run) => {
        const matches = [...matchesOf(run, self)];
        return new GroovyList(indexes.toArray().map((index) => nthMatch(Number(toText(index)), matches)));
    },
    'iterator()': (self, _args, run) => new GroovyIterator(matchesOf(run, self)),
    'each(Closure)': (self, [closure], run) => {
        for (const match of matchesOf(run, self)) {
            callClosure(run, closure, match instanceof GroovyList && closure.parameters.length > 1 ? match.items : [match]);
        }
        return self;
    },
    'collect(Closure)': (self, [closure], run) => {
        const items = [...matchesOf(run, self)].map((match) => callClosure(run, closure, match instanceof GroovyList && closure.parameters.length > 1 ? match.items : [match]));
        return new GroovyList(items);
    },
    'asBoolean()': (self) => isTrue(self),
    'toMatchResult()': (self) => new GroovyList(groupsOf(self)),
});
export const writableMethods = methodTable()({
    'toString()': (self) => self.content,
});
export const iteratorMethods = methodTable()({
    'hasNext()': (self) => self.hasNext(),
    'next()': (self) => self.next() ?? raise('NoSuchElementException', null),
});
