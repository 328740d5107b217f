import { GroovyList } from '../values/collections.js';
/** All matches from the start: texts, or lists of text and groups when the pattern has groups. */
export function* matchesOf(run, matcher) {
    matcher.engine.reset();
    while (matcher.find()) {
        run.step();
        yield currentMatch(matcher);
    }
}
/** The match the matcher stands on. */
export function currentMatch(matcher) {
    const count = matcher.engine.groupCount();
    if (count === 0)
        return matcher.engine.group();
    return new GroovyList(groupsOf(matcher));
}
/** Whole match and groups; a group that took no part is null. */
export function groupsOf(matcher) {
    const groups = [];
    for (let i = 0; i <= matcher.engine.groupCount(); i++)
        groups.push(matcher.engine.group(i));
    return groups;
}
