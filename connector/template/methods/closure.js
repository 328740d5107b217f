import { callClosure } from '../runtime/invoke.js';
import { methodTable } from '../runtime/method-table.js';
import { GroovyClosure } from '../values/closure.js';
import { keyOf } from '../values/hash.js';
/** A closure that calls `closure` with some arguments already given. */
function curried(closure, count, arrange) {
    const rest = closure.parameters.slice(Math.min(count, closure.parameters.length));
    return new GroovyClosure(rest, (args) => closure.call(...arrange(args)));
}
export const closureMethods = methodTable()({
    'call(Object...)': (self, [args], run) => callClosure(run, self, args),
    'doCall(Object...)': (self, [args], run) => callClosure(run, self, args),
    'curry(Object...)': (self, [given]) => curried(self, given.length, (args) => [...given, ...args]),
    'rcurry(Object...)': (self, [given]) => curried(self, given.length, (args) => [...args, ...given]),
    'ncurry(int, Object...)': (self, [at, given]) => curried(self, given.length, (args) => [...args.slice(0, at), ...given, ...args.slice(at)]),
    'getMaximumNumberOfParameters()': (self) => self.parameters.length,
    'getDelegate()': (self) => self.delegate,
    'setDelegate(Object)': (self, [delegate]) => {
        self.delegate = delegate;
        return null;
    },
    'setResolveStrategy(int)': (self, [strategy]) => {
        self.delegateFirst = strategy === 1 || strategy === 3;
        return null;
    },
    'leftShift(Closure)': (self, [first], run) => new GroovyClosure(first.parameters, (args) => callClosure(run, self, [callClosure(run, first, args)])),
    'rightShift(Closure)': (self, [next], run) => new GroovyClosure(self.parameters, (args) => callClosure(run, next, [callClosure(run, self, args)])),
    'memoize()': (self) => {
        const known = new Map();
        return new GroovyClosure(self.parameters, (args) => {
            const key = args.map(keyOf).join('\n');
            const found = known.get(key);
            if (found !== undefined)
                return found;
            const value = self.call(...args);
            known.set(key, value);
            return value;
        });
    },
    'clone()': (self) => self.rehydrate(self.delegate, self.delegateFirst),
    'run()': (self, _args, run) => callClosure(run, self, []),
});
