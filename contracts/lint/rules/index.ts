import type { Rule } from '../rule.js';
import { acceptNotAnswered } from './accept-not-answered.js';
import { accessTypeUnmatched } from './access-type-unmatched.js';
import { addressDiffers } from './address-differs.js';
import { answerNamedTooEarly } from './answer-named-too-early.js';
import { attributeNotMapped } from './attribute-not-mapped.js';
import { attributeNotUpdated } from './attribute-not-updated.js';
import { authTypeDoubtful } from './auth-type-doubtful.js';
import { authorizationMissing } from './authorization-missing.js';
import { bodyFieldMissing } from './body-field-missing.js';
import { bodyFieldType } from './body-field-type.js';
import { bodyFieldUnknown } from './body-field-unknown.js';
import { columnMissing } from './column-missing.js';
import { columnUnknown } from './column-unknown.js';
import { conditionPathUnknown } from './condition-path-unknown.js';
import { connectionUnknown } from './connection-unknown.js';
import { constantOnUpdate } from './constant-on-update.js';
import { contentTypeTwice } from './content-type-twice.js';
import { doubleScheme } from './double-scheme.js';
import { duplicateKey } from './duplicate-key.js';
import { expressionNotMarked } from './expression-not-marked.js';
import { failedImportUnprotected } from './failed-import-unprotected.js';
import { goneEntitlementAsked } from './gone-entitlement-asked.js';
import { goneEntitlementKept } from './gone-entitlement-kept.js';
import { idFromWrongField } from './id-from-wrong-field.js';
import { idOfAnotherObject } from './id-of-another-object.js';
import { jsonInvalid } from './json-invalid.js';
import { keyNotUnique } from './key-not-unique.js';
import { labelOfAnotherColumn } from './label-of-another-column.js';
import { labelWithoutColumn } from './label-without-column.js';
import { linkColumnNotFilled } from './link-column-not-filled.js';
import { linkKeyMismatch } from './link-key-mismatch.js';
import { linkKeysMissing } from './link-keys-missing.js';
import { linksWithoutEntitlements } from './links-without-entitlements.js';
import { mappingPathUnknown } from './mapping-path-unknown.js';
import { mappingType } from './mapping-type.js';
import { mediaTypeMisspelt } from './media-type-misspelt.js';
import { methodUnknown } from './method-unknown.js';
import { newAccountId } from './new-account-id.js';
import { nextPageElsewhere } from './next-page-elsewhere.js';
import { noRefreshOn401 } from './no-refresh-on-401.js';
import { pageSizeAboveCap } from './page-size-above-cap.js';
import { pagingFormTwice } from './paging-form-twice.js';
import { pagingMissing } from './paging-missing.js';
import { pagingParameterUnknown } from './paging-parameter-unknown.js';
import { passwordConstant } from './password-constant.js';
import { passwordOnUpdate } from './password-on-update.js';
import { queryParameterTwice } from './query-parameter-twice.js';
import { queryParameterUnknown } from './query-parameter-unknown.js';
import { responseColumnEmpty } from './response-column-empty.js';
import { retryOnSuccess } from './retry-on-success.js';
import { settingLeftOut } from './setting-left-out.js';
import { statusColumnNotFilled } from './status-column-not-filled.js';
import { statusConfigTwice } from './status-config-twice.js';
import { statusNeverActive } from './status-never-active.js';
import { storedLinks } from './stored-links.js';
import { successConditionMissing } from './success-condition-missing.js';
import { successConditionUnmet } from './success-condition-unmet.js';
import { successStatusOfRefusal } from './success-status-of-refusal.js';
import { successStatusUndocumented } from './success-status-undocumented.js';
import { taskNotPossible } from './task-not-possible.js';
import { templateInvalid } from './template-invalid.js';
import { testConditionMissing } from './test-condition-missing.js';
import { thresholdMissing } from './threshold-missing.js';
import { thresholdTypeUnknown } from './threshold-type-unknown.js';
import { thresholdWithoutEffect } from './threshold-without-effect.js';
import { timeoutUnlikely } from './timeout-unlikely.js';
import { tokenRequestWrong } from './token-request-wrong.js';
import { tokenSettingsMissing } from './token-settings-missing.js';
import { tokenTypePadded } from './token-type-padded.js';
import { totalCountPath } from './total-count-path.js';
import { unclosedExpressionRule } from './unclosed-expression.js';
import { unknownBinding } from './unknown-binding.js';
import { unknownKey } from './unknown-key.js';
import { urlMalformed } from './url-malformed.js';
import { valueNotEscaped } from './value-not-escaped.js';
import { wrongMethod } from './wrong-method.js';
import { wrongPath } from './wrong-path.js';
import { wrongShape } from './wrong-shape.js';

/** Every rule, in alphabetical order of its id. */
export const rules: readonly Rule[] = [
  acceptNotAnswered,
  accessTypeUnmatched,
  addressDiffers,
  answerNamedTooEarly,
  attributeNotMapped,
  attributeNotUpdated,
  authTypeDoubtful,
  authorizationMissing,
  bodyFieldMissing,
  bodyFieldType,
  bodyFieldUnknown,
  columnMissing,
  columnUnknown,
  conditionPathUnknown,
  connectionUnknown,
  constantOnUpdate,
  contentTypeTwice,
  doubleScheme,
  duplicateKey,
  expressionNotMarked,
  failedImportUnprotected,
  goneEntitlementAsked,
  goneEntitlementKept,
  idFromWrongField,
  idOfAnotherObject,
  jsonInvalid,
  keyNotUnique,
  labelOfAnotherColumn,
  labelWithoutColumn,
  linkColumnNotFilled,
  linkKeyMismatch,
  linkKeysMissing,
  linksWithoutEntitlements,
  mappingPathUnknown,
  mappingType,
  mediaTypeMisspelt,
  methodUnknown,
  newAccountId,
  nextPageElsewhere,
  noRefreshOn401,
  pageSizeAboveCap,
  pagingFormTwice,
  pagingMissing,
  pagingParameterUnknown,
  passwordConstant,
  passwordOnUpdate,
  queryParameterTwice,
  queryParameterUnknown,
  responseColumnEmpty,
  retryOnSuccess,
  settingLeftOut,
  statusColumnNotFilled,
  statusConfigTwice,
  statusNeverActive,
  storedLinks,
  successConditionMissing,
  successConditionUnmet,
  successStatusOfRefusal,
  successStatusUndocumented,
  taskNotPossible,
  templateInvalid,
  testConditionMissing,
  thresholdMissing,
  thresholdTypeUnknown,
  thresholdWithoutEffect,
  timeoutUnlikely,
  tokenRequestWrong,
  tokenSettingsMissing,
  tokenTypePadded,
  totalCountPath,
  unclosedExpressionRule,
  unknownBinding,
  unknownKey,
  urlMalformed,
  valueNotEscaped,
  wrongMethod,
  wrongPath,
  wrongShape,
];
