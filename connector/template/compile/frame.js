/** One activation of the script or of a closure. */
export class Frame {
    run;
    variables;
    closures;
    /** What `return` gave. */
    result = null;
    /** The label a `break` or `continue` named. */
    label = null;
    constructor(run, variables, closures) {
        this.run = run;
        this.variables = variables;
        this.closures = closures;
    }
}
