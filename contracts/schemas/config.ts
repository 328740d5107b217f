import { anyObject, flag, type JsonSchema, number, object } from './schema.js';

/** ConfigJSON: time-outs, log detail and how many tasks one run may provision. */
export const configSchema: JsonSchema = object({
  showLogs: flag,
  connectionTimeoutConfig: object({
    connectionTimeout: number,
    readTimeout: number,
    writeTimeout: number,
    retryWait: number,
    retryCount: number,
  }),
  provisioningLimit: anyObject,
});
