import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
/** `binding`, for templates that ask whether a name is bound. */
export const bindingMethods = methodTable()({
    'getVariables()': (self) => self.variables,
    'hasVariable(String)': (self, [name]) => self.run.variables.has(name),
    'getVariable(String)': (self, [name]) => {
        const value = self.run.variables.get(name);
        if (value !== undefined)
            return value;
        return raise('MissingPropertyException', `No such property: ${name} for class: groovy.lang.Binding`);
    },
    'setVariable(String, Object)': (self, [name, value]) => {
        self.run.allocate(1);
        self.run.variables.set(name, value);
        return null;
    },
});
