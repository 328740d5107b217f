export { isContradicted, type Verification, type VerifyReport } from './report.js';
export { verifyJson } from './report-json.js';
export { verifyPretty } from './report-pretty.js';
export { verifySchema } from './report-schema.js';
export { NoAnswer } from './session.js';
export { CredentialsRefused, type VerifyOptions, verifyTarget } from './verify-target.js';
