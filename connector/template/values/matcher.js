import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
/** java.util.regex.Matcher: walks through the matches of a pattern in a text. */
export class GroovyMatcher extends GroovyObject {
    pattern;
    input;
    engine;
    /** Whether the last find or match succeeded; null before the first. */
    matched = null;
    constructor(pattern, input) {
        super();
        this.pattern = pattern;
        this.input = input;
        this.engine = pattern.program.matcher(input);
    }
    get javaClass() {
        return classNamed('java.util.regex.Matcher');
    }
    find() {
        this.matched = this.engine.find();
        return this.matched;
    }
    /** Groovy truth: whether there is a match. */
    truth() {
        return this.find();
    }
    text() {
        return `java.util.regex.Matcher[pattern=${this.pattern.source} region=0,${this.input.length} lastmatch=]`;
    }
}
