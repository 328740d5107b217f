import { isEqual } from '../runtime/equality.js';
import { methodTable } from '../runtime/method-table.js';
import { toText } from '../values/text.js';
import type { Value } from '../values/value.js';

/** What every value has. */
export const objectMethods = methodTable<Value>()({
  'toString()': (self) => toText(self),
  'equals(Object)': (self, [other]) => isEqual(self, other),
});
