import { conditions, http } from './http.js';
import { anyObject, count, flag, type JsonSchema, named, number, object, text } from './schema.js';
import { statusAndThreshold } from './status-threshold.js';

/** How the pages of a list are asked for [documented: developer portal]. */
export const pagination = object({
  nextUrl: object({ nextUrlPath: text }, ['nextUrlPath']),
  offset: object(
    {
      offsetParam: text,
      batchParam: text,
      batchSize: count,
      totalCountPath: { type: ['string', 'number'] },
    },
    ['offsetParam', 'batchParam', 'batchSize'],
  ),
  page: object(
    {
      pageSizeParam: text,
      pageSize: count,
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

/** How links are found; it stands in the call or, in some published packages, in the section around it. */
const processingType: JsonSchema = {
  enum: ['http', 'httpEntToAcct', 'httpAcctToEnt', 'acctToEntMapping', 'entToAcctMapping'],
};

const linkCall = object({
  ...callKeys,
  processingType,
  acctIdPath: text,
  acctKeyField: text,
  entIdPath: text,
  entKeyField: text,
  idPath: text,
  ownerIdPath: text,
  ownerKeyField: text,
  privilegeParams: anyObject,
});

const mappingTypes: JsonSchema = { type: 'array', items: { enum: ['ENTMAP', 'ENT2'] } };

/** Owners of entitlements: which entitlement, and who owns it. */
const ownerCall = object(
  {
    ...callKeys,
    processingType: text,
    acctIdPath: text,
    acctKeyField: text,
    entIdPath: text,
    entKeyField: text,
    ownerIdPath: text,
    ownerKeyField: text,
  },
  ['http', 'ownerIdPath'],
);

/** Maps between entitlements: the parent and its child. */
const mapCall = object(
  {
    ...callKeys,
    processingType: text,
    ent1IdPath: text,
    ent1KeyField: text,
    ent2IdPath: text,
    ent2KeyField: text,
    targetEntType: text,
    mappingTypes,
  },
  ['http', 'ent2IdPath'],
);

/** The same in the record of an entitlement, by the type of the other one. */
const recordMapping = object({ listPath: text, idPath: text, idColumn: text, keyField: text, mappingTypes });

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
  entitlementParams: {
    ...object({
      ...section,
      entTypes: named(
        object({
          entTypeOrder: number,
          entTypeLabels: anyObject,
          call: named(recordCall),
          acctEntMappings: anyObject,
          entMappings: named(recordMapping),
        }),
      ),
    }),
    dependentRequired: { entTypes: ['processingType'] },
  },
  acctEntParams: object({
    ...section,
    processingType,
    entTypes: named(object({ call: named(linkCall) })),
  }),
  entOwnerParams: object({
    ...section,
    processingType: text,
    entTypes: named(object({ entTypeOrder: number, call: named(ownerCall) })),
  }),
  entMappingParams: object({
    ...section,
    processingType: text,
    entTypes: named(object({ entTypeOrder: number, call: named(mapCall) })),
  }),
  globalSettings: anyObject,
});
