import { resolveClass } from '../classes/known-classes.js';
import { SyntaxFailure } from '../syntax/syntax-error.js';
import { arrayClassOf } from '../values/java-class.js';
/** What the compiler knows inside one closure (or the script): its variables, block by block. */
export class FunctionScope {
    outer;
    /** Class name of the closure, as error messages show it. */
    name;
    captures = [];
    #blocks = [new Map()];
    /** The template, for messages that quote it. */
    source;
    /** Whether values of sub-expressions are reported as they come up. */
    observed;
    #counter;
    /** Loops and switches around the code, innermost last. */
    #around = [];
    #slots = 0;
    constructor(outer, name, source, observed = false) {
        this.outer = outer;
        this.name = name;
        this.source = source;
        this.observed = observed;
        this.#counter = outer === null ? { closures: 0 } : outer.#counter;
    }
    get slots() {
        return this.#slots;
    }
    /** A scope for a closure inside this one. */
    inner() {
        const owner = this.outer === null ? 'SimpleTemplateScript1$_run' : `${this.name}$`;
        return new FunctionScope(this, `${owner}_closure${++this.#counter.closures}`, this.source, this.observed);
    }
    declare(name, type, place) {
        if (this.find(name) !== null) {
            throw new SyntaxFailure(`The current scope already contains a variable of the name ${name}`, place.start, place.end);
        }
        return this.declareHidden(name, type);
    }
    /** Declares without asking, for `it`. */
    declareHidden(name, type) {
        const slot = this.#slots++;
        this.#blocks.at(-1)?.set(name, { slot, type });
        return slot;
    }
    /** Runs `compile` as the body of a loop or a switch. */
    within(what, compile) {
        this.#around.push(what);
        try {
            return this.block(compile);
        }
        finally {
            this.#around.pop();
        }
    }
    /** Whether a `break` or `continue` has something to leave. */
    allows(jump) {
        return jump === 'break' ? this.#around.length > 0 : this.#around.includes('loop');
    }
    /** Runs `compile` in a block of its own. */
    block(compile) {
        this.#blocks.push(new Map());
        try {
            return compile();
        }
        finally {
            this.#blocks.pop();
        }
    }
    /** The variable of this name here or around; one from around is captured. */
    find(name) {
        for (let i = this.#blocks.length - 1; i >= 0; i--) {
            const local = this.#blocks[i]?.get(name);
            if (local !== undefined)
                return local;
        }
        const around = this.outer?.find(name) ?? null;
        if (around === null)
            return null;
        const local = { slot: this.#slots++, type: around.type };
        this.captures.push({ from: around.slot, to: local.slot });
        this.#blocks[0]?.set(name, local);
        return local;
    }
    /** The class of a type as written. */
    type(type) {
        let found = resolveClass(type.name);
        if (found === undefined) {
            throw new SyntaxFailure(`unable to resolve class ${type.name}`, type.start, type.end, classRemedy(type.name));
        }
        for (let i = 0; i < type.dimensions; i++)
            found = arrayClassOf(found);
        return found;
    }
}
const homes = {
    SimpleDateFormat: 'java.text.SimpleDateFormat',
    DecimalFormat: 'java.text.DecimalFormat',
    JsonOutput: 'groovy.json.JsonOutput',
    JsonSlurper: 'groovy.json.JsonSlurper',
    JsonBuilder: 'groovy.json.JsonBuilder',
    Pattern: 'java.util.regex.Pattern',
    Matcher: 'java.util.regex.Matcher',
    ObjectMapper: 'com.fasterxml.jackson.databind.ObjectMapper',
};
function classRemedy(name) {
    const home = homes[name];
    return home === undefined ? undefined : `write the full name: ${home}`;
}
