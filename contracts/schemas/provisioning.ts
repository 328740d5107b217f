import { conditions } from './http.js';
import { anyObject, anything, flag, type JsonSchema, object, text } from './schema.js';

const call = object(
  {
    name: text,
    connection: text,
    callOrder: { type: ['number', 'string'] },
    url: text,
    httpMethod: text,
    httpParams: { type: ['string', 'object'] },
    httpHeaders: anyObject,
    httpContentType: text,
    successResponses: conditions,
    unsuccessResponses: conditions,
    showResponse: flag,
    privilegeEntitlement: anyObject,
  },
  ['name', 'connection', 'url', 'httpMethod'],
);

/** Create, update, enable, disable and remove account, add and remove access, change password: an array of calls. */
export const provisioningSchema: JsonSchema = object(
  {
    accountIdPath: text,
    dateFormat: text,
    responseColsToPropsMap: anyObject,
    callOrder: anything,
    call: { type: 'array', items: call, minItems: 1 },
  },
  ['call'],
);
