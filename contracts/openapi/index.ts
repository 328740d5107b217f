export { belowContextPath } from './below-context-path.js';
export { openapi } from './document.js';
export { findOperation, type OperationMatch } from './find-operation.js';
export {
  createResponseValidator,
  type ObservedResponse,
  type ResponseValidator,
} from './response-validator.js';
