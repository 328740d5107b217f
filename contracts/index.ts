export { type Finding, findingId, type SeenExchange, type Severity } from './findings.js';
export { type LintResult, lintPackage, type Rule, rules } from './lint/index.js';
export { openapi } from './openapi/index.js';
export { type VerifiedAnswer, type VerifyOptions, verifyTarget } from './provider/verify-target.js';
export { flowReport } from './report/flow.js';
export { type JsonReport, jsonReport, type Summary, summarise } from './report/json.js';
export { type PrettyOptions, prettyReport } from './report/pretty.js';
export { type Flow, type FlowRun, flowStatus, flows, type RunFlowOptions, runFlow } from './run-flow.js';
export { ownPlace, type RunPlace, targetPlace } from './run-place.js';
export {
  type CheckOptions,
  type CheckResult,
  checkPackage,
  type ScenarioResult,
  type ScenarioStatus,
} from './runner.js';
export { connectorSchemas } from './schemas/index.js';
export { jamaTarget } from './target/jama.js';
export { redirectTo } from './target/redirect.js';
