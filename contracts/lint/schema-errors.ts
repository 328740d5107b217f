import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ConnectorDocument } from '../../connector/index.js';
import { connectorSchemas } from '../schemas/index.js';

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
const validators = new Map<string, ValidateFunction>();

/** What the JSON Schema of a connector JSON has against it; nothing for one that is absent, invalid or has no schema. */
export function schemaErrors(document: ConnectorDocument): readonly ErrorObject[] {
  const schema = connectorSchemas[document.name];
  if (!schema || document.value === undefined) return [];
  const validate = validators.get(document.name) ?? ajv.compile(schema);
  validators.set(document.name, validate);
  return validate(document.value) ? [] : (validate.errors ?? []);
}
