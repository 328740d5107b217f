import type { Value } from '../values/value.js';

/** Where a node stands in the template. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A type as written; the compiler resolves it to a class. */
export interface TypeName extends Place {
  readonly name: string;
  /** `String[][]` has 2. */
  readonly dimensions: number;
}

export interface Parameter extends Place {
  readonly name: string;
  readonly type: TypeName | null;
  readonly defaultValue: Expression | null;
  readonly variable: boolean;
}

export type Argument = Expression | SpreadArgument | NamedArgument;
export interface SpreadArgument extends Place {
  readonly kind: 'spread';
  readonly value: Expression;
}
/** `key: value`, or `*: map` when the key is missing. */
export interface NamedArgument extends Place {
  readonly kind: 'named';
  readonly key: Expression | null;
  readonly value: Expression;
}

interface Node<Kind extends string> extends Place {
  readonly kind: Kind;
}

export type Access = 'plain' | 'safe' | 'spread';
export type MemberName = string | Expression;

export interface Literal extends Node<'literal'> {
  readonly value: Value;
  /** Numbers keep their spelling (`1.50`, `1e3`). */
  readonly spelling?: string;
}
export interface GStringLiteral extends Node<'gstring'> {
  readonly strings: readonly string[];
  readonly values: readonly Expression[];
}
export interface Name extends Node<'name'> {
  readonly name: string;
}
export interface PropertyAccess extends Node<'property'> {
  readonly object: Expression;
  readonly name: MemberName;
  readonly access: Access;
  /** `x.@name`. */
  readonly field: boolean;
}
export interface MethodPointer extends Node<'pointer'> {
  readonly object: Expression;
  readonly name: MemberName;
}
/** A call; without an object it is a call of the script or of a closure in a variable. */
export interface Call extends Node<'call'> {
  readonly object: Expression | null;
  readonly name: MemberName;
  readonly access: Access;
  readonly args: readonly Argument[];
}
export interface Index extends Node<'index'> {
  readonly object: Expression;
  readonly args: readonly Argument[];
}
export interface Unary extends Node<'unary'> {
  readonly operator: '!' | '-' | '+' | '~';
  readonly operand: Expression;
}
export interface Step extends Node<'step'> {
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly target: Expression;
}
export interface Binary extends Node<'binary'> {
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Ternary extends Node<'ternary'> {
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface Elvis extends Node<'elvis'> {
  readonly value: Expression;
  readonly otherwise: Expression;
}
export interface Assign extends Node<'assign'> {
  /** `=`, `+=`, … */
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}
export interface MultipleAssign extends Node<'assign-many'> {
  readonly names: readonly Name[];
  readonly value: Expression;
}
export interface Cast extends Node<'cast'> {
  readonly type: TypeName;
  readonly value: Expression;
  /** `(int) x` or `x as int`. */
  readonly coerce: boolean;
}
export interface InstanceOf extends Node<'instanceof'> {
  readonly value: Expression;
  readonly type: TypeName;
}
export interface ListLiteral extends Node<'list'> {
  readonly items: readonly Argument[];
}
export interface MapLiteral extends Node<'map'> {
  readonly entries: readonly NamedArgument[];
}
export interface ClosureLiteral extends Node<'closure'> {
  /** Null: none written, `it` is there. */
  readonly parameters: readonly Parameter[] | null;
  readonly body: readonly Statement[];
}
/** The statements of a `${…}`; a closure that is called at once. */
export interface BlockValue extends Node<'block-value'> {
  readonly body: readonly Statement[];
}
export interface NewObject extends Node<'new'> {
  readonly type: TypeName;
  readonly args: readonly Argument[];
}
export interface NewArray extends Node<'new-array'> {
  readonly type: TypeName;
  readonly sizes: readonly Expression[];
}
export type Expression =
  | Literal
  | GStringLiteral
  | Name
  | PropertyAccess
  | MethodPointer
  | Call
  | Index
  | Unary
  | Step
  | Binary
  | Ternary
  | Elvis
  | Assign
  | MultipleAssign
  | Cast
  | InstanceOf
  | ListLiteral
  | MapLiteral
  | ClosureLiteral
  | BlockValue
  | NewObject
  | NewArray;

export interface ExpressionStatement extends Node<'expression'> {
  readonly expression: Expression;
}
export interface Declared extends Place {
  readonly name: string;
  readonly type: TypeName | null;
  readonly value: Expression | null;
}
/** `def a`, `int a = 1, b = 2`. */
export interface Declaration extends Node<'declaration'> {
  readonly variables: readonly Declared[];
}
/** `def (a, b) = list`. */
export interface MultipleDeclaration extends Node<'declare-many'> {
  readonly variables: readonly Declared[];
  readonly value: Expression;
}
export interface If extends Node<'if'> {
  readonly condition: Expression;
  readonly body: Statement;
  readonly otherwise: Statement | null;
}
export interface While extends Node<'while'> {
  readonly condition: Expression;
  readonly body: Statement;
}
export interface ForIn extends Node<'for-in'> {
  readonly variable: string;
  readonly type: TypeName | null;
  readonly items: Expression;
  readonly body: Statement;
}
export interface ForClassic extends Node<'for'> {
  readonly initial: Statement | null;
  readonly condition: Expression | null;
  readonly update: Statement | null;
  readonly body: Statement;
}
export interface SwitchCase extends Place {
  /** Null: `default`. */
  readonly test: Expression | null;
  readonly body: readonly Statement[];
}
export interface Switch extends Node<'switch'> {
  readonly value: Expression;
  readonly cases: readonly SwitchCase[];
}
export interface Catch extends Place {
  readonly types: readonly TypeName[];
  readonly name: string;
  readonly body: Block;
}
export interface Try extends Node<'try'> {
  readonly body: Block;
  readonly catches: readonly Catch[];
  readonly finally: Block | null;
}
export interface Return extends Node<'return'> {
  readonly value: Expression | null;
}
export interface Throw extends Node<'throw'> {
  readonly value: Expression;
}
export interface Break extends Node<'break'> {
  readonly label: string | null;
}
export interface Continue extends Node<'continue'> {
  readonly label: string | null;
}
export interface Assert extends Node<'assert'> {
  readonly condition: Expression;
  readonly message: Expression | null;
}
export interface Block extends Node<'block'> {
  readonly body: readonly Statement[];
}
export interface Labelled extends Node<'labelled'> {
  readonly label: string;
  readonly body: Statement;
}
export type Statement =
  | ExpressionStatement
  | Declaration
  | MultipleDeclaration
  | If
  | While
  | ForIn
  | ForClassic
  | Switch
  | Try
  | Return
  | Throw
  | Break
  | Continue
  | Assert
  | Block
  | Labelled;
