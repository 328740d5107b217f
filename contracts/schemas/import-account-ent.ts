import { conditions, http } from './http.js';
import { anyObject, anything, flag, type JsonSchema, named, number, object, text } from './schema.js';
import { statusAndThreshold } from './status-threshold.js';

const pagination = object({
  nextUrl: object({ nextUrlPath: text }, ['nextUrlPath']),
  offset: object(
    {
      offsetParam: text,
      batchParam: text,
      batchSize: number,
      totalCountPath: { type: ['string', 'number'] },
    },
    ['offsetParam', 'batchParam', 'batchSize'],
  ),
  page: object(
    {
      pageSizeParam: text,
      pageSize: number,
      pageRecordCount: { type: ['string', 'number'] },
      pageNumberParam: text,
      totalCountPath: { type: ['string', 'number'] },
      firstPageNumber: number,
    },
    ['pageNumberParam'],
  ),
});

const callKeys = {
  connection: text,
  callOrder: number,
  stageNumber: number,
  http,
  listField: text,
  successResponses: conditions,
  unsuccessResponses: conditions,
  pagination,
  inputParams: anyObject,
  nextApiKeyField: text,
  showJobHistory: flag,
};

const recordCall = object(
  {
    ...callKeys,
    keyField: text,
    statusConfig: anyObject,
    colsToPropsMap: { type: 'object', additionalProperties: text },
    disableDeletedAccounts: flag,
    disableDeletedEntitlements: flag,
    makeProcessingStatus: flag,
    disableAction: text,
    deleteAccountAction: text,
    acctEntMappingInfoColumnFromEnt: text,
    privilegeParams: anyObject,
  },
  ['http', 'listField', 'keyField', 'colsToPropsMap'],
);

const linkCall = object(
  {
    ...callKeys,
    processingType: {
      enum: ['http', 'httpEntToAcct', 'httpAcctToEnt', 'acctToEntMapping', 'entToAcctMapping'],
    },
    acctIdPath: text,
    acctKeyField: text,
    entIdPath: text,
    entKeyField: text,
    idPath: text,
    ownerIdPath: text,
    ownerKeyField: text,
    privilegeParams: anyObject,
  },
  ['processingType'],
);

const section = {
  connection: text,
  /** The only value that is documented and seen. */
  processingType: { enum: ['SequentialAndIterative'] },
  doNotChangeIfFailed: flag,
  successResponses: conditions,
  unsuccessResponses: conditions,
};

/** ImportAccountEntJSON: how accounts, entitlements and their links are read [documented: developer portal]. */
export const importAccountEntSchema: JsonSchema = object({
  accountParams: object(
    {
      ...section,
      createUsers: flag,
      adminName: text,
      statusAndThresholdConfig: statusAndThreshold,
      includeExistingInActiveAccounts: flag,
      call: named(recordCall),
      acctEntMappings: anyObject,
    },
    ['processingType'],
  ),
  entitlementParams: object({
    ...section,
    entTypes: named(
      object({
        entTypeOrder: number,
        entTypeLabels: anyObject,
        call: named(recordCall),
        acctEntMappings: anyObject,
        entMappings: anyObject,
      }),
    ),
  }),
  acctEntParams: object({
    ...section,
    processingType: { enum: ['acctToEntMapping', 'entToAcctMapping'] },
    entTypes: named(object({ call: named(linkCall) })),
  }),
  entOwnerParams: anything,
  entMappingParams: anything,
  globalSettings: anyObject,
});
