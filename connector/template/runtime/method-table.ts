import type { Value } from '../values/value.js';
import { isParameterName, type ParameterValues } from './parameters.js';
import type { Run } from './run.js';

type Split<List extends string> = List extends `${infer First}, ${infer Rest}`
  ? [Named<First>, ...Split<Rest>]
  : List extends ''
    ? []
    : [Named<List>];
type Named<Name extends string> = Name extends keyof ParameterValues ? ParameterValues[Name] : never;

/** The arguments of a signature such as `substring(int, int)`. */
export type Arguments<Signature extends string> = Signature extends `${string}(${infer List})`
  ? Split<List>
  : never;

export type Handler<Self, Signature extends string> = (
  self: Self,
  args: Arguments<Signature>,
  run: Run,
) => Value;

/** One method, constructor or static method as the dispatcher sees it. */
export interface Method {
  readonly name: string;
  readonly parameters: readonly (keyof ParameterValues)[];
  /** The last parameter takes all further arguments. */
  readonly variable: boolean;
  readonly invoke: (self: Value, args: readonly unknown[], run: Run) => Value;
}

/**
 * Methods of one type: a signature is the key, what it does the value. The types of the arguments follow from the
 * signature.
 */
export function methodTable<Self extends Value>() {
  return <Signature extends string>(
    handlers: {
      readonly [Key in Signature]: Handler<Self, Key>;
    },
  ): readonly Method[] =>
    Object.entries<Handler<Self, string>>(handlers).map(([signature, handler]) =>
      toMethod(signature, handler),
    );
}

function toMethod<Self extends Value>(signature: string, handler: Handler<Self, string>): Method {
  const [, name = '', list = ''] = /^(.+?)\((.*)\)$/.exec(signature) ?? [];
  const names = list === '' ? [] : list.split(', ');
  const parameters = names.map((parameter) => {
    if (!isParameterName(parameter)) throw new Error(`${signature}: no parameter type ${parameter}`);
    return parameter;
  });
  return {
    name,
    parameters,
    variable: parameters.at(-1) === 'Object...',
    invoke: handler as unknown as Method['invoke'],
  };
}

/** Methods by name. */
export type MethodIndex = ReadonlyMap<string, readonly Method[]>;

export function indexMethods(methods: readonly Method[]): MethodIndex {
  const index = new Map<string, Method[]>();
  for (const method of methods) {
    const sameName = index.get(method.name);
    if (sameName === undefined) index.set(method.name, [method]);
    else sameName.push(method);
  }
  return index;
}
