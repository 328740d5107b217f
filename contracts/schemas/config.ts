import { flag, type JsonSchema, number, object } from './schema.js';

/** ConfigJSON: time-outs, log detail and how many tasks of each type one run may provision [documented: developer portal]. */
export const configSchema: JsonSchema = object({
  showLogs: flag,
  connectionTimeoutConfig: object({
    connectionTimeout: number,
    readTimeout: number,
    writeTimeout: number,
    retryWait: number,
    retryCount: number,
  }),
  provisioningLimit: object({
    types: object({
      NEWACCOUNT: number,
      UPDATEACCOUNT: number,
      ENABLEACCOUNT: number,
      DISABLEACCOUNT: number,
      REMOVEACCOUNT: number,
      ADDACCESS: number,
      REMOVEACCESS: number,
      CHANGEPASSWORD: number,
      UPDATEUSER: number,
    }),
    waitTimeMillis: number,
  }),
});
