import { classNamed } from './java-class.js';
import { GroovyObject } from './value.js';
const closureClass = classNamed('groovy.lang.Closure');
/** Of `object.&method`. */
export const methodClosureClass = classNamed('org.codehaus.groovy.runtime.MethodClosure');
/** A closure: how many parameters it declares and what it does with them. */
export class GroovyClosure extends GroovyObject {
    /** With `it` there is one. */
    parameters;
    /** Takes any number of arguments and spreads or refuses them as Groovy does. */
    invoke;
    /** Where names are looked up first or last, set by `with` and the like. */
    delegate = null;
    delegateFirst = false;
    javaClass;
    constructor(parameters, invoke, javaClass = closureClass) {
        super();
        this.parameters = parameters;
        this.invoke = invoke;
        this.javaClass = javaClass;
    }
    call(...args) {
        return this.invoke(args, this, 'doCall');
    }
    /** A copy that looks names up in `delegate`. */
    rehydrate(delegate, delegateFirst) {
        const copy = new GroovyClosure(this.parameters, this.invoke, this.javaClass);
        copy.delegate = delegate;
        copy.delegateFirst = delegateFirst;
        return copy;
    }
}
