import type { Matcher } from 're2js';
import { classNamed, type JavaClass } from './java-class.js';
import type { GroovyPattern } from './pattern.js';
import { GroovyObject } from './value.js';

/** java.util.regex.Matcher: walks through the matches of a pattern in a text. */
export class GroovyMatcher extends GroovyObject {
  readonly pattern: GroovyPattern;
  readonly input: string;
  readonly engine: Matcher;
  /** Whether the last find or match succeeded; null before the first. */
  matched: boolean | null = null;

  constructor(pattern: GroovyPattern, input: string) {
    super();
    this.pattern = pattern;
    this.input = input;
    this.engine = pattern.program.matcher(input);
  }

  get javaClass(): JavaClass {
    return classNamed('java.util.regex.Matcher');
  }

  find(): boolean {
    this.matched = this.engine.find();
    return this.matched;
  }

  /** Groovy truth: whether there is a match. */
  truth(): boolean {
    return this.find();
  }

  text(): string {
    return `java.util.regex.Matcher[pattern=${this.pattern.source} region=0,${this.input.length} lastmatch=]`;
  }
}
