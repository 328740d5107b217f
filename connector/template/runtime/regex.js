import { RE2JS, RE2JSException } from 're2js';
import { GroovyMatcher } from '../values/matcher.js';
import { GroovyPattern } from '../values/pattern.js';
import { toText } from '../values/text.js';
import { Refusal, raise } from './failure.js';
const compiled = new Map();
const mostCompiled = 500;
const longestPattern = 2_000;
/** Compiles a Java regular expression for the linear-time engine; what that engine cannot do is refused by name. */
export function compilePattern(source, flags = 0) {
    const key = `${flags}:${source}`;
    const known = compiled.get(key);
    if (known !== undefined)
        return known;
    const pattern = new GroovyPattern(source, flags, compileProgram(source, flags));
    if (compiled.size >= mostCompiled)
        compiled.clear();
    compiled.set(key, pattern);
    return pattern;
}
function compileProgram(source, flags) {
    refuseUnsupported(source);
    try {
        return RE2JS.compile(toRe2Syntax(source), toRe2Flags(flags));
    }
    catch (error) {
        if (!(error instanceof RE2JSException))
            throw error;
        return raise('PatternSyntaxException', `${error.message} near index 0 ${source}`);
    }
}
/** What a linear-time engine cannot do, and what to write instead. */
function refuseUnsupported(source) {
    const plain = source.replace(/\\Q.*?(?:\\E|$)/gs, '').replace(/\\\\/g, '');
    const found = /\(\?(?:=|!|<=|<!|>)|\\[1-9]|\\k<|(?:[*+?]|\{\d+(?:,\d*)?\})\+|\[(?:\\.|[^\]\\])*&&/.exec(plain);
    if (found !== null) {
        throw new Refusal('RefusedRegex', `the regular expression ${source} uses ${nameOfConstruct(found[0])}, which the linear-time engine does not have`, 'write it without lookaround, backreference, possessive quantifier or intersection');
    }
    if (source.length > longestPattern) {
        throw new Refusal('RefusedRegex', `a regular expression of ${source.length} characters is too long`);
    }
}
function nameOfConstruct(found) {
    if (found.startsWith('(?>'))
        return 'an atomic group';
    if (found.startsWith('(?'))
        return 'a lookaround';
    if (found.startsWith('['))
        return 'an intersection of classes';
    return found.startsWith('\\') ? 'a backreference' : 'a possessive quantifier';
}
/** Java spellings that RE2 writes otherwise. */
function toRe2Syntax(source) {
    return source
        .replaceAll(/\\p\{(Alpha|Digit|Alnum|Upper|Lower|Punct|Space|XDigit|Blank|Cntrl|Graph|Print)\}/g, (_all, name) => `[[:${name.toLowerCase()}:]]`)
        .replaceAll('\\h', '[ \\t]')
        .replaceAll(/\\p\{Is([A-Z][a-z]+)\}/g, '\\p{$1}')
        .replaceAll('\\Z', '\\z');
}
/** Java's flag bits: CASE_INSENSITIVE 2, COMMENTS 4, MULTILINE 8, DOTALL 32. */
function toRe2Flags(flags) {
    let result = 0;
    if ((flags & 2) !== 0)
        result |= RE2JS.CASE_INSENSITIVE;
    if ((flags & 8) !== 0)
        result |= RE2JS.MULTILINE;
    if ((flags & 32) !== 0)
        result |= RE2JS.DOTALL;
    return result;
}
export function asPattern(value) {
    if (value instanceof GroovyPattern)
        return value;
    if (value === null)
        return raise('NullPointerException', null);
    return compilePattern(toText(value));
}
/** `text =~ pattern`. */
export function findIn(_run, text, pattern) {
    return new GroovyMatcher(asPattern(pattern), toText(text));
}
/** `text ==~ pattern`. */
export function matchesAll(_run, text, pattern) {
    return asPattern(pattern).program.matches(toText(text));
}
