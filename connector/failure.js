import { problem } from './problem.js';
/** Carries a problem from where it is met to where the flow ends; never leaves the connector. */
export class ConnectorFailure extends Error {
    problem;
    name = 'ConnectorFailure';
    constructor(problem) {
        super(problem.message);
        this.problem = problem;
    }
}
/** Ends the flow with a problem. */
export function fail(at, fields) {
    throw new ConnectorFailure(problem({ ...fields, document: at.document, pointer: at.pointer }));
}
