import { jest } from '@jest/globals';

/** A browser on a busy machine draws late now and then: a test that fails is tried once more, and the first failure is printed. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
