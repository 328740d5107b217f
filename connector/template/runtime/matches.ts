import { GroovyList } from '../values/collections.js';
import type { GroovyMatcher } from '../values/matcher.js';
import type { Value } from '../values/value.js';
import type { Run } from './run.js';

/** All matches from the start: texts, or lists of text and groups when the pattern has groups. */
export function* matchesOf(run: Run, matcher: GroovyMatcher): Generator<Value> {
  matcher.engine.reset();
  while (matcher.find()) {
    run.step();
    yield currentMatch(matcher);
  }
}

/** The match the matcher stands on. */
export function currentMatch(matcher: GroovyMatcher): Value {
  const count = matcher.engine.groupCount();
  if (count === 0) return matcher.engine.group();
  return new GroovyList(groupsOf(matcher));
}

/** Whole match and groups; a group that took no part is null. */
export function groupsOf(matcher: GroovyMatcher): Value[] {
  const groups: Value[] = [];
  for (let i = 0; i <= matcher.engine.groupCount(); i++) groups.push(matcher.engine.group(i));
  return groups;
}
