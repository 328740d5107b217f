import { GroovyList } from '../values/collections.js';
import { GroovyMatcher } from '../values/matcher.js';
import { toText } from '../values/text.js';
import { raise } from './failure.js';
import { callClosure } from './invoke.js';
import { groupsOf } from './matches.js';
/** Replaces matches by what `replacement` makes of each. */
function replaceMatches(run, text, pattern, once, replacement) {
    const matcher = new GroovyMatcher(pattern, text);
    const pieces = [];
    let at = 0;
    while (matcher.find()) {
        run.step();
        pieces.push(text.slice(at, matcher.engine.start()), run.text(replacement(matcher)));
        at = matcher.engine.end();
        if (once)
            break;
    }
    pieces.push(text.slice(at));
    return run.text(pieces.join(''));
}
/** replaceAll and replaceFirst with `$1` and `\$` in the replacement. */
export function replaceText(run, text, pattern, by, once = false) {
    return replaceMatches(run, text, pattern, once, (matcher) => expand(matcher, by));
}
/** replaceAll and replaceFirst by a closure of the match and its groups. */
export function replaceWith(run, text, pattern, by, once = false) {
    return replaceMatches(run, text, pattern, once, (matcher) => toText(callWithMatch(run, by, matcher)));
}
/** A closure gets the text of a match, or text and groups. */
export function callWithMatch(run, closure, matcher) {
    const groups = groupsOf(matcher);
    if (groups.length === 1)
        return callClosure(run, closure, [groups[0] ?? null]);
    if (closure.parameters.length === 1)
        return callClosure(run, closure, [new GroovyList(groups)]);
    return callClosure(run, closure, groups);
}
function expand(matcher, replacement) {
    if (!/[\\$]/.test(replacement))
        return replacement;
    let result = '';
    for (let i = 0; i < replacement.length; i++) {
        const c = replacement.charAt(i);
        if (c === '\\') {
            i++;
            if (i >= replacement.length)
                raise('IllegalArgumentException', 'character to be escaped is missing');
            result += replacement.charAt(i);
        }
        else if (c === '$') {
            const reference = readReference(matcher, replacement, i + 1);
            result += matcher.engine.group(reference.group) ?? '';
            i = reference.last;
        }
        else {
            result += c;
        }
    }
    return result;
}
/** `$12` is group 12 if there is one, else group 1 and a 2. */
function readReference(matcher, text, at) {
    const name = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(text.slice(at));
    if (name?.[1] !== undefined) {
        if (!Object.hasOwn(matcher.pattern.program.namedGroups(), name[1]))
            return raise('IllegalArgumentException', `No group with name {${name[1]}}`);
        return { group: name[1], last: at + name[0].length - 1 };
    }
    if (at >= text.length)
        return raise('IllegalArgumentException', 'Illegal group reference: group index is missing');
    if (!/\d/.test(text.charAt(at)))
        return raise('IllegalArgumentException', 'Illegal group reference');
    const count = matcher.engine.groupCount();
    let group = Number(text.charAt(at));
    if (group > count)
        return raise('IndexOutOfBoundsException', `No group ${group}`);
    let last = at;
    while (/\d/.test(text.charAt(last + 1))) {
        const longer = group * 10 + Number(text.charAt(last + 1));
        if (longer > count)
            break;
        group = longer;
        last++;
    }
    return { group, last };
}
/** String.split: trailing empty parts are dropped unless `limit` says otherwise. */
export function splitText(run, text, pattern, limit = 0) {
    const matcher = new GroovyMatcher(pattern, text);
    const parts = [];
    let at = 0;
    while ((limit <= 0 || parts.length < limit - 1) && matcher.find()) {
        run.step();
        const [start, end] = [matcher.engine.start(), matcher.engine.end()];
        if (end === 0)
            continue;
        if (start === end && start >= text.length)
            continue;
        parts.push(text.slice(at, start));
        at = end;
    }
    if (at === 0 && parts.length === 0)
        return [text];
    parts.push(text.slice(at));
    if (limit === 0)
        while (parts.length > 0 && parts.at(-1) === '')
            parts.pop();
    run.allocate(text.length);
    return parts;
}
