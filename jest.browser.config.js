import config from './jest.config.js';

/** The console in a real browser; it needs Chromium. */
export default {
  ...config,
  testMatch: ['**/*.browser.ts'],
  setupFilesAfterEnv: [...config.setupFilesAfterEnv, '<rootDir>/test/browser/once-more.ts'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
