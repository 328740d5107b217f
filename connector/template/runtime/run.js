import { defaultLimits } from '../environment.js';
import { Refusal } from './failure.js';
/** One evaluation: what it may reach, what it has spent, and where it is. */
export class Run {
    environment;
    /** The variables of the script; assignments without `def` land here. */
    variables;
    /** Where in the template the operation now under way stands. */
    at = { start: 0, end: 0 };
    /** Told the value of every sub-expression, when the template was compiled for it. */
    observer = null;
    #limits;
    #output = [];
    #outputLength = 0;
    #steps = 0;
    #memory = 0;
    #depth = 0;
    constructor(environment, variables) {
        this.environment = environment;
        this.variables = variables;
        this.#limits = { ...defaultLimits, ...environment.limits };
    }
    /** Counts a loop turn, a call or a visited element. */
    step(count = 1) {
        this.#steps += count;
        if (this.#steps > this.#limits.steps) {
            throw new Refusal('RefusedSteps', `the template took more than ${this.#limits.steps} steps`);
        }
    }
    /** Counts characters or elements of a value about to be made. */
    allocate(size) {
        this.#memory += size;
        if (this.#memory > this.#limits.memory) {
            throw new Refusal('RefusedMemory', `the template made values of more than ${this.#limits.memory} characters and elements`);
        }
    }
    /** Counts a text and gives it back. */
    text(text) {
        this.allocate(text.length);
        return text;
    }
    /** Runs a nested call within the depth limit. */
    enter(call) {
        this.step();
        if (++this.#depth > this.#limits.depth) {
            this.#depth = 0;
            throw new Refusal('RefusedDepth', `calls nest deeper than ${this.#limits.depth} levels`);
        }
        try {
            return call();
        }
        finally {
            this.#depth--;
        }
    }
    write(text) {
        this.#outputLength += text.length;
        if (this.#outputLength > this.#limits.output) {
            throw new Refusal('RefusedOutput', `the template wrote more than ${this.#limits.output} characters`);
        }
        this.#output.push(text);
    }
    get output() {
        return this.#output.join('');
    }
}
