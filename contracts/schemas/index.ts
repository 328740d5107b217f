import { configSchema } from './config.js';
import { connectionSchema } from './connection.js';
import { importAccountEntSchema } from './import-account-ent.js';
import { importUserSchema } from './import-user.js';
import {
  createTicketSchema,
  endpointsFilterSchema,
  passwordPolicySchema,
  provisioningSchema,
  ticketStatusSchema,
  updateUserSchema,
} from './provisioning.js';
import type { JsonSchema } from './schema.js';
import { statusThresholdSchema } from './status-threshold.js';

export type { JsonSchema } from './schema.js';

/** The JSON Schema of each connector JSON that has one, by the connector JSON's name. */
export const connectorSchemas: Readonly<Record<string, JsonSchema>> = {
  ConnectionJSON: connectionSchema,
  ImportUserJSON: importUserSchema,
  ImportAccountEntJSON: importAccountEntSchema,
  STATUS_THRESHOLD_CONFIG: statusThresholdSchema,
  CreateAccountJSON: provisioningSchema,
  UpdateAccountJSON: provisioningSchema,
  EnableAccountJSON: provisioningSchema,
  DisableAccountJSON: provisioningSchema,
  RemoveAccountJSON: provisioningSchema,
  AddAccessJSON: provisioningSchema,
  RemoveAccessJSON: provisioningSchema,
  ChangePassJSON: provisioningSchema,
  UpdateUserJSON: updateUserSchema,
  CreateTicketJSON: createTicketSchema,
  TicketStatusJSON: ticketStatusSchema,
  PasswdPolicyJSON: passwordPolicySchema,
  ENDPOINTS_FILTER: endpointsFilterSchema,
  ConfigJSON: configSchema,
};
