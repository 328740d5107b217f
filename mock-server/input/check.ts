import type { ErrorObject, ValidateFunction } from 'ajv';
import { distance } from 'fastest-levenshtein';

/** What is wrong with a value, and where: a JSON pointer, empty for the whole. */
export interface InputProblem {
  readonly pointer: string;
  readonly message: string;
  /** Whether the name that the pointer ends with is wrong, not the value. */
  readonly isName: boolean;
}

const validators = new WeakMap<object, Promise<ValidateFunction>>();

/** Compare a value with a JSON Schema; gives the problem that lies deepest, since the others mostly follow from it. */
export async function problemOf(schema: object, value: unknown): Promise<InputProblem | undefined> {
  const validate = await validatorOf(schema);
  if (validate(value)) return undefined;
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const deepest = errors.reduce(
    (best, one) => (depth(one) > depth(best) ? one : best),
    errors[0] as ErrorObject,
  );
  return { pointer: placeOf(deepest), message: sentence(deepest), isName: isAboutName(deepest) };
}

/** ajv is loaded with the first value that is checked, and a schema compiled once. */
function validatorOf(schema: object): Promise<ValidateFunction> {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const compiled = Promise.all([import('ajv'), import('ajv-formats')]).then(([{ Ajv }, formats]) => {
    const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });
    formats.default.default(ajv);
    return ajv.compile(schema);
  });
  validators.set(schema, compiled);
  return compiled;
}

/** Keywords that choose between schemas say less than what is wrong inside. */
function depth({ instancePath, keyword }: ErrorObject): number {
  const chooses = keyword === 'anyOf' || keyword === 'oneOf' ? 0.5 : 0;
  return (
    instancePath.split('/').length +
    (keyword === 'additionalProperties' || keyword === 'required' ? 0.75 : 0) +
    chooses
  );
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `${instancePath}/${escaped(String(params.additionalProperty))}`;
  if (keyword === 'propertyNames') return `${instancePath}/${escaped(String(params.propertyName))}`;
  return instancePath;
}

const isAboutName = ({ keyword }: ErrorObject): boolean =>
  keyword === 'additionalProperties' || keyword === 'propertyNames';

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function sentence(error: ErrorObject): string {
  const { keyword, params, data, parentSchema, message } = error;
  const shown = JSON.stringify(data)?.slice(0, 60);
  switch (keyword) {
    case 'additionalProperties':
      return unknownName(String(params.additionalProperty), Object.keys(Object(parentSchema?.properties)));
    case 'required':
      return `"${params.missingProperty}" is missing.`;
    case 'enum':
      return unknownValue(String(data), params.allowedValues);
    case 'anyOf':
      return `${shown} is not one of what may stand here${parentSchema?.description ? `: ${parentSchema.description}` : ''}.`;
    case 'type':
      return `${shown} is not of type ${[params.type].flat().join(' or ')}.`;
    case 'minProperties':
      return 'It is empty, and must say something.';
    default:
      return `${shown} ${message}.`;
  }
}

const unknownName = (name: string, known: readonly string[]): string =>
  `"${name}" is not known here${nearest(name, known)}. Known: ${known.join(', ')}.`;

const unknownValue = (value: string, known: readonly unknown[]): string =>
  `"${value}" is not one of ${known.join(', ')}${nearest(value, known.map(String))}.`;

function nearest(name: string, known: readonly string[]): string {
  const close = known
    .map((one) => ({ one, far: distance(one, name) }))
    .sort((a, b) => a.far - b.far)
    .find(({ one, far }) => far <= Math.max(2, one.length / 3));
  return close === undefined ? '' : `; did you mean "${close.one}"?`;
}
