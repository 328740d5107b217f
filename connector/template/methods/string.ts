import { methodTable } from '../runtime/method-table.js';

export const stringMethods = methodTable<string>()({
  'length()': (self) => self.length,
  'size()': (self) => self.length,
  'toUpperCase()': (self) => self.toUpperCase(),
  'toLowerCase()': (self) => self.toLowerCase(),
  'trim()': (self) => self.replace(/^[\0- ]+|[\0- ]+$/g, ''),
  'contains(CharSequence)': (self, [part]) => self.includes(part),
  'startsWith(String)': (self, [part]) => self.startsWith(part),
  'replace(CharSequence, CharSequence)': (self, [from, to], run) => run.text(self.replaceAll(from, () => to)),
});
