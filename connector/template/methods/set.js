import { isEqual } from '../runtime/equality.js';
import { callClosure } from '../runtime/invoke.js';
import { elementsOf } from '../runtime/iterate.js';
import { methodTable } from '../runtime/method-table.js';
import { isTrue } from '../runtime/truth.js';
import { GroovySet } from '../values/map.js';
function keep(set, keeps) {
    const gone = set.toArray().filter((item) => !keeps(item));
    for (const item of gone)
        set.delete(item);
    return gone.length > 0;
}
export const setMethods = methodTable()({
    'add(Object)': (self, [value], run) => {
        run.allocate(1);
        return self.add(value);
    },
    'addAll(Collection)': (self, [values], run) => {
        let changed = false;
        for (const value of elementsOf(run, values))
            changed = self.add(value) || changed;
        return changed;
    },
    'leftShift(Object)': (self, [value], run) => {
        run.allocate(1);
        self.add(value);
        return self;
    },
    'remove(Object)': (self, [value]) => self.delete(value),
    'removeAll(Collection)': (self, [values]) => {
        const gone = new GroovySet(values.toArray());
        return keep(self, (item) => !gone.has(item));
    },
    'removeAll(Closure)': (self, [closure], run) => keep(self, (item) => !isTrue(callClosure(run, closure, [item]))),
    'retainAll(Collection)': (self, [values]) => {
        const kept = new GroovySet(values.toArray());
        return keep(self, (item) => kept.has(item));
    },
    'clear()': (self) => {
        self.clear();
        return null;
    },
    'equals(Object)': (self, [other]) => isEqual(self, other),
    'unique()': (self) => self,
});
