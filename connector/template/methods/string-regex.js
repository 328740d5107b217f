import { callClosure } from '../runtime/invoke.js';
import { currentMatch } from '../runtime/matches.js';
import { methodTable } from '../runtime/method-table.js';
import { compilePattern } from '../runtime/regex.js';
import { callWithMatch, replaceText, replaceWith, splitText } from '../runtime/replace.js';
import { GroovyList } from '../values/collections.js';
import { GroovyMatcher } from '../values/matcher.js';
import { stringArray } from './string.js';
function findFirst(run, text, pattern, closure) {
    const matcher = new GroovyMatcher(pattern, text);
    if (!matcher.find())
        return closure === undefined ? null : '';
    return closure === undefined ? matcher.engine.group() : callWithMatch(run, closure, matcher);
}
function findAll(run, text, pattern, closure) {
    const matcher = new GroovyMatcher(pattern, text);
    const found = [];
    while (matcher.find()) {
        run.step();
        run.allocate(1);
        found.push(closure === undefined ? matcher.engine.group() : callWithMatch(run, closure, matcher));
    }
    return new GroovyList(found);
}
function eachMatch(run, text, pattern, closure) {
    const matcher = new GroovyMatcher(pattern, text);
    while (matcher.find()) {
        const match = currentMatch(matcher);
        callClosure(run, closure, match instanceof GroovyList && closure.parameters.length > 1 ? match.items : [match]);
    }
    return text;
}
/** Methods that take a regular expression, as text or as Pattern. */
export const stringRegexMethods = methodTable()({
    'matches(String)': (self, [regex]) => compilePattern(regex).program.matches(self),
    'matches(Pattern)': (self, [pattern]) => pattern.program.matches(self),
    'split(String)': (self, [regex], run) => stringArray(run, splitText(run, self, compilePattern(regex))),
    'split(String, int)': (self, [regex, limit], run) => stringArray(run, splitText(run, self, compilePattern(regex), limit)),
    'replaceAll(String, String)': (self, [regex, by], run) => replaceText(run, self, compilePattern(regex), by),
    'replaceAll(Pattern, String)': (self, [pattern, by], run) => replaceText(run, self, pattern, by),
    'replaceAll(String, Closure)': (self, [regex, by], run) => replaceWith(run, self, compilePattern(regex), by),
    'replaceAll(Pattern, Closure)': (self, [pattern, by], run) => replaceWith(run, self, pattern, by),
    'replaceFirst(String, String)': (self, [regex, by], run) => replaceText(run, self, compilePattern(regex), by, true),
    'replaceFirst(Pattern, String)': (self, [pattern, by], run) => replaceText(run, self, pattern, by, true),
    'replaceFirst(String, Closure)': (self, [regex, by], run) => replaceWith(run, self, compilePattern(regex), by, true),
    'replaceFirst(Pattern, Closure)': (self, [pattern, by], run) => replaceWith(run, self, pattern, by, true),
    'find(String)': (self, [regex], run) => findFirst(run, self, compilePattern(regex)),
    'find(Pattern)': (self, [pattern], run) => findFirst(run, self, pattern),
    'find(String, Closure)': (self, [regex, closure], run) => findFirst(run, self, compilePattern(regex), closure),
    'find(Pattern, Closure)': (self, [pattern, closure], run) => findFirst(run, self, pattern, closure),
    'findAll(String)': (self, [regex], run) => findAll(run, self, compilePattern(regex)),
    'findAll(Pattern)': (self, [pattern], run) => findAll(run, self, pattern),
    'findAll(String, Closure)': (self, [regex, closure], run) => findAll(run, self, compilePattern(regex), closure),
    'findAll(Pattern, Closure)': (self, [pattern, closure], run) => findAll(run, self, pattern, closure),
    'eachMatch(String, Closure)': (self, [regex, closure], run) => eachMatch(run, self, compilePattern(regex), closure),
    'eachMatch(Pattern, Closure)': (self, [pattern, closure], run) => eachMatch(run, self, pattern, closure),
    'minus(Pattern)': (self, [pattern], run) => replaceText(run, self, pattern, '', true),
    'bitwiseNegate()': (self) => compilePattern(self),
    'splitEachLine(String, Closure)': (self, [regex, closure], run) => {
        let last = null;
        for (const line of self.split('\n')) {
            last = callClosure(run, closure, [new GroovyList(splitText(run, line, compilePattern(regex)))]);
        }
        return last;
    },
});
