import { conditions } from './http.js';
import { anyObject, anything, flag, type JsonSchema, named, number, object, text, texts } from './schema.js';

const callKeys = {
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
};

const needed = ['name', 'connection', 'url', 'httpMethod'];

function calls(more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return { type: 'array', items: object({ ...callKeys, ...more }, needed), minItems: 1 };
}

/** Create, update, enable, disable and remove account, add and remove access, change password: an array of calls. */
export const provisioningSchema: JsonSchema = object(
  {
    accountIdPath: text,
    dateFormat: text,
    responseColsToPropsMap: anyObject,
    callOrder: anything,
    call: calls(),
  },
  ['call'],
);

/** UpdateUserJSON: calls for each action, such as `Update Login`. */
export const updateUserSchema: JsonSchema = object({ actions: named(object({ call: calls() }, ['call'])) }, [
  'actions',
]);

/** CreateTicketJSON: where the number of the new ticket stands. */
export const createTicketSchema: JsonSchema = object({ call: calls({ ticketidPath: text }) }, ['call']);

/** TicketStatusJSON: where the state stands, and which states close or call off the ticket. */
export const ticketStatusSchema: JsonSchema = object(
  { call: calls({ ticketStatusPath: text, ticketStatusValue: texts, disContinueStatusValue: texts }) },
  ['call'],
);

/** PasswdPolicyJSON: what a password that is made has to have. */
export const passwordPolicySchema: JsonSchema = object({
  minLength: number,
  maxLength: number,
  noOfCAPSAlpha: number,
  noOfDigits: number,
  noOfSplChars: number,
});

/** ENDPOINTS_FILTER: the entitlements of each further endpoint, by type. */
export const endpointsFilterSchema: JsonSchema = named({ type: 'array', items: named(texts) });
