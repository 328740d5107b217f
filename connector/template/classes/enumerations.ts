import { raise } from '../runtime/failure.js';
import { methodTable } from '../runtime/method-table.js';
import { classNamed, type JavaClass } from '../values/java-class.js';
import { GroovyObject, type Value } from '../values/value.js';

/** A constant of a Java enumeration. */
export class EnumConstant extends GroovyObject {
  readonly name: string;
  readonly ordinal: number;
  readonly javaClass: JavaClass;
  constructor(javaClass: JavaClass, name: string, ordinal: number) {
    super();
    this.javaClass = javaClass;
    this.name = name;
    this.ordinal = ordinal;
  }
  text(): string {
    return this.name;
  }
  compareTo(other: Value): number {
    return other instanceof EnumConstant ? this.ordinal - other.ordinal : 0;
  }
}

function constants(className: string, names: string): ReadonlyMap<string, EnumConstant> {
  const javaClass = classNamed(className);
  return new Map(names.split(' ').map((name, i) => [name, new EnumConstant(javaClass, name, i)]));
}

const enumerations: ReadonlyMap<string, ReadonlyMap<string, EnumConstant>> = new Map(
  (
    [
      ['java.math.RoundingMode', 'UP DOWN CEILING FLOOR HALF_UP HALF_DOWN HALF_EVEN UNNECESSARY'],
      ['java.util.concurrent.TimeUnit', 'NANOSECONDS MICROSECONDS MILLISECONDS SECONDS MINUTES HOURS DAYS'],
    ] as const
  ).map(([className, names]) => [className, constants(className, names)]),
);

export function enumConstant(javaClass: JavaClass, name: string): EnumConstant | undefined {
  return enumerations.get(javaClass.name)?.get(name);
}

export const enumStatics = methodTable<JavaClass>()({
  'valueOf(String)': (self, [name]) =>
    enumConstant(self, name) ?? raise('IllegalArgumentException', `No enum constant ${self.name}.${name}`),
});

export const enumMethods = methodTable<EnumConstant>()({
  'name()': (self) => self.name,
  'ordinal()': (self) => self.ordinal,
  'toString()': (self) => self.name,
});

const perUnit = [
  1n,
  1_000n,
  1_000_000n,
  1_000_000_000n,
  60_000_000_000n,
  3_600_000_000_000n,
  86_400_000_000_000n,
];

function toUnit(self: EnumConstant, amount: bigint, unit: number): bigint {
  return (amount * (perUnit[self.ordinal] ?? 1n)) / (perUnit[unit] ?? 1n);
}

export const timeUnitMethods = methodTable<EnumConstant>()({
  'toMillis(long)': (self, [amount]) => toUnit(self, amount, 2),
  'toSeconds(long)': (self, [amount]) => toUnit(self, amount, 3),
  'toMinutes(long)': (self, [amount]) => toUnit(self, amount, 4),
  'toHours(long)': (self, [amount]) => toUnit(self, amount, 5),
  'toDays(long)': (self, [amount]) => toUnit(self, amount, 6),
});
