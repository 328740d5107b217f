import { ConnectorFailure } from './failure.js';
import { problem } from './problem.js';
import { DEFAULT_SEMANTICS, semanticsId } from './semantics.js';
/** How many warnings one run keeps. */
const WARNINGS = 200;
/** Begins a run. Steps are added to `trace` as well. */
export function beginRun(options) {
    const semantics = { ...DEFAULT_SEMANTICS, ...options.semantics };
    const startedAt = options.now();
    const steps = [];
    const assumptions = new Set();
    const sinceLastStep = new Set();
    const warnings = new Map();
    const rely = (id) => {
        assumptions.add(id);
        sinceLastStep.add(id);
    };
    return {
        flow: options.flow,
        steps,
        rely,
        peek: (key) => semantics[key],
        choose(key) {
            rely(semanticsId(key));
            return semantics[key];
        },
        warn(found) {
            const key = `${found.code} ${found.document} ${found.pointer}`;
            if (!warnings.has(key) && warnings.size < WARNINGS)
                warnings.set(key, found);
        },
        record(step) {
            const draft = { ...step, flow: options.flow, assumptions: [...sinceLastStep] };
            sinceLastStep.clear();
            steps.push(draft);
            options.trace.push(draft);
            return draft;
        },
        end(status, problems = []) {
            return {
                flow: options.flow,
                status,
                problems,
                warnings: [...warnings.values()],
                steps,
                assumptions: [...assumptions],
                startedAt,
                endedAt: options.now(),
            };
        },
    };
}
/** The problem of a caught error; an error that is no failure of ours is a fault of this runner and says so. */
export function problemOf(error, at) {
    if (error instanceof ConnectorFailure)
        return error.problem;
    return problem({
        code: 'internal-error',
        message: `The runner itself failed: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Report it with the package, if you may share it; other flows are not affected.',
        ...at,
    });
}
