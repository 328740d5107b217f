import { conditions, http } from './http.js';
import { pagination } from './import-account-ent.js';
import { anyObject, anything, type JsonSchema, object, text } from './schema.js';

const callKeys = {
  name: text,
  connection: text,
  callOrder: { type: ['number', 'string'] },
  url: text,
  httpMethod: text,
  httpParams: anything,
  httpHeaders: anyObject,
  httpContentType: text,
  http,
  successResponses: conditions,
  unsuccessResponses: conditions,
  userResponsePath: text,
  listField: text,
  colsToPropsMap: { type: 'object', additionalProperties: text },
  statusConfig: anyObject,
  pagination,
  dateFormat: text,
};

/** ImportUserJSON: one call, or `"type": "multiCall"` with a list of calls [documented: provider; published packages]. */
export const importUserSchema: JsonSchema = object({
  ...callKeys,
  type: text,
  call: { type: 'array', items: object(callKeys, ['colsToPropsMap']), minItems: 1 },
});
