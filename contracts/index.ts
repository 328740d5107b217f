export {
  type CheckChoices,
  type CheckOptions,
  checkPackage,
  lintFiles,
  scenarioNames,
} from './check-package.js';
export type { Exchange } from './exchanges.js';
export { type Finding, findingId, type SeenExchange, type Severity } from './findings.js';
export { type LintResult, lintPackage, type Rule, rules } from './lint/index.js';
export { openapi } from './openapi/index.js';
export {
  isContradicted,
  NoAnswer,
  type Verification,
  type VerifyOptions,
  type VerifyReport,
  verifyJson,
  verifyPretty,
  verifySchema,
  verifyTarget,
} from './provider/index.js';
export { type GivenChoices, type GivenPackage, readGiven } from './read-given.js';
export { type CheckWatcher, createRepeatedCheck, type RepeatedCheck } from './repeated-check.js';
export { connectionTestReport, type FlowReportOptions, flowReport } from './report/flow.js';
export { type JsonReport, jsonReport, type Summary, summarise } from './report/json.js';
export { reportSchema } from './report/json-schema.js';
export { type PrettyOptions, prettyReport } from './report/pretty.js';
export { type Reporter, type ReporterName, type ReportOptions, reporters } from './report/reporters.js';
export {
  type Flow,
  type FlowRequest,
  type FlowRun,
  flowStatus,
  flows,
  outcomeStatus,
  type RunConnectorOptions,
  type RunFlowOptions,
  type RunTarget,
  runConnectionTest,
  runConnector,
  runFlow,
  runFlowOn,
} from './run-flow.js';
export { ownPlace, type RunPlace, targetPlace, tenantPlace } from './run-place.js';
export type { CheckResult, ScenarioResult, ScenarioStatus } from './runner.js';
export { connectorSchemas } from './schemas/index.js';
export {
  findSettings,
  noSettings,
  readSettings,
  type Settings,
  SettingsError,
  type SuppressedFinding,
  type Suppression,
  settingsSchema,
} from './settings/index.js';
export { jamaTarget } from './target/jama.js';
export { OpenApiError } from './target/read-openapi.js';
export { redirectTo } from './target/redirect.js';
